import type { Article } from '../parts/article.ts';

/** On the site from edition 2 on. */
export const wrongForecasts: Article = {
  slug: 'a-year-of-wrong-forecasts',
  publication: 'orrery',
  section: 'Lab notes',
  language: 'en',
  title: 'What we learned from a year of wrong forecasts',
  standfirst:
    'We predicted the rain over our own roof every day for a year. Our best model was a barometer and a grudge.',
  authors: ['Isaura Flint', 'Benedek Thorne'],
  tags: ['weather', 'statistics', 'field work'],
  body: [
    'For 365 mornings the two of us wrote down, each on a separate slip, how likely it was to rain on the roof of the laboratory before the evening. A third slip came from the national forecast, and a fourth from a barometer with a rule of thumb: if it has fallen since yesterday, say seventy per cent, otherwise say twenty.',
    'It rained on 148 days. The national forecast was the best, as it should be, though by less than we had expected. The barometer came second. We came third and fourth, in an order that we have agreed not to publish.',
    'What went wrong with us is easy to see once the slips are sorted. On days when we said ninety per cent, it rained on seventy-one out of a hundred. On days when we said ten, it rained on twenty-four. We were not ignorant so much as overconfident, and always in the direction of the day before: after a soaking neither of us would believe in sunshine for the best part of a week.',
    'So in the second half of the year we made a correction that takes one line. Whatever we felt in the morning, we moved it a third of the way towards forty per cent, which is how often it rains here. With that, the better of us overtook the barometer, and our average came within a whisker of the national forecast.',
    'We draw two lessons. The first is that nearly all of the skill was in knowing how often it rains. The second is that there is a market for umbrellas left in laboratories: at the end of the year we owned eleven, none of which we had bought.',
  ],
};

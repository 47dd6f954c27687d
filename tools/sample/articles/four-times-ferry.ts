import type { Article } from '../parts/article.ts';
import { markup } from '../parts/markup.ts';

export const fourTimesFerry: Article = {
  slug: 'the-ferry-that-says-everything-four-times',
  publication: 'shores',
  section: 'On the water',
  language: 'en',
  title: 'The ferry that says everything four times',
  standfirst: 'Lake Orsel has four shores and four languages. On board the Eulalia, each of them wants to be first.',
  authors: ['Linnea Harcastle'],
  tags: ['ferries', 'languages', 'Lake Orsel'],
  picture: {
    alt: 'A white paddle ferry with a tall funnel on a calm lake',
    caption: 'The Eulalia calls at eleven landings and announces every one of them at length.',
    credit: 'Linnea Harcastle',
  },
  body: [
    'Between Niederorsel and Puerto Orsel the crossing takes eighteen minutes. For about fourteen of them, somebody is speaking. The captain gives the weather, the next landing, the times of the connecting buses and the whereabouts of the lifejackets, and then gives them again, and again, and once more, so that nobody on any of the four shores need feel that they have been told last.',
    'Somebody always is, of course. By an agreement that hangs framed in the saloon, the order changes at every landing, and passengers who know their way about the timetable can choose a crossing on which their own language leads. On market days, the 9.40 is full of retired schoolteachers.',
    { heading: 'Sixty kilometres of cable, one bell' },
    markup`Since January, the company has been trying out something new: a small screen at each seat, on which the traveller picks a language and reads the news in silence. It was much praised by the people who had ordered it. Within a month the screens were being used for <em>patience</em>, and the complaints book had filled up. “I do not speak French,” wrote one commuter from the north shore, “but I had got used to knowing from it that we were halfway.”`,
    'So the voices are back, with one change. The signal that a passenger has fallen overboard, which used to be read out in full four times, is now a bell.',
    'Captain Aurelio Vantreight, who grew up on the eastern shore with a mother from the west, does all of the announcements himself and says that he has never counted how many. He admits to a small liberty. The jokes are not the same in every language. Those who understand all four, he reckons, are the only ones aboard who know what he really thinks of the buses.',
  ],
};

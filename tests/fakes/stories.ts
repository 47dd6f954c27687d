/** Fictional news: stories, and templates whose texts look alike but are different news. */

export const FERRY = [
  'The ferry between Skerry Point and the mainland sailed again on Monday morning after eleven weeks in the dry dock.',
  'Some 340 passengers were waiting on the quay when the vessel came round the lighthouse, two minutes early, with flags on every mast.',
  'The harbour board had taken it out of service in September, when divers found cracks around both propeller shafts.',
  'Repairs cost 2.4 million crowns, nearly twice the sum that the council had set aside in its spring budget.',
  '“We would rather pay once and sleep well,” said Marta Holm, who chairs the board and has lived on the island for 30 years.',
  'Fishermen carried mail and medicines across the sound meanwhile, and the school held its lessons in the old salt store.',
  'Not everybody is content: the farmers’ union wants an evening sailing back that was dropped from the winter timetable.',
  'A petition with 1,150 names was handed to the ministry, which has promised an answer before the end of the year.',
  'Engineers will look at the shafts again in spring, when the new quay wall is due to be finished.',
  'Until then a tug lies ready in the outer basin, just in case, and the first boat leaves at 06:15 as it always did.',
] as const;

export const MARKET = [
  'Apples were the talk of the valley market on Saturday, where growers from nine villages brought the first of the late varieties.',
  'A cold spring had kept the bees at home, and many orchards bear less than half of what they did a year ago.',
  'Prices rose accordingly: a crate of russets went for 38 crowns, and by noon there was none left.',
  'Ole Brandt, who presses cider in the old mill, said he would open his cellar three weeks later than usual.',
  'The cooperative expects to send only two lorries to the coast this autumn, instead of the usual five.',
  'Visitors did not seem to mind, queued for pancakes, and took home what the growers call the ugly ones.',
] as const;

export const paragraphs = (story: readonly string[]): string => story.join('\n');

/** The boilerplate of a site, the same on each of its pages. */
export const BOILERPLATE = [
  'Sign up for our morning letter and get the news of the islands before breakfast, every day but Sunday.',
  'Readers like you keep this paper alive, so please consider a gift, however small it may be.',
] as const;

export const forecast = (day: string, numbers: readonly number[]): string =>
  [
    `Here is the forecast for the coast and the islands for ${day}, as the harbour office sees it from its tower.`,
    `In the morning expect ${numbers[0]} degrees at Skerry Point and ${numbers[1]} degrees in the valley, with a wind of ${numbers[2]} knots.`,
    `Around noon it warms to ${numbers[3]} degrees at Skerry Point and ${numbers[4]} degrees in the valley, and the wind turns to ${numbers[5]} knots.`,
    `High water at the quay is ${numbers[6]} centimetres and low water is ${numbers[7]} centimetres above the chart.`,
    'Small boats should keep away from the bar when the flag is up, and listen to the radio before they cast off.',
    'The harbour office answers questions by telephone between breakfast and the last ferry, and so does the lighthouse.',
  ].join('\n');

export const obituary = (name: string, work: string, memory: string): string =>
  [
    `${name} of Skerry Point died peacefully at home, surrounded by family, after a short illness borne with patience.`,
    `${work}`,
    `${memory}`,
    'The family will receive friends at the harbour chapel before the service, and afterwards in the parish hall.',
    'In place of flowers, gifts to the lifeboat society are welcome, whose volunteers keep watch in every weather.',
    'Words of comfort may be left in the book at the chapel door or sent to the office of this newspaper.',
  ].join('\n');

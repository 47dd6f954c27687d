import type { Article } from '../parts/article.ts';

export const boulangerieDeMinuit: Article = {
  slug: 'la-boulangerie-de-minuit',
  publication: 'shores',
  section: 'Vie du lac',
  language: 'fr',
  title: 'À Vaudorsel, la boulangerie n’ouvre qu’à minuit',
  standfirst:
    'Faute de clients le matin, un boulanger a renversé ses horaires. Depuis, tout le village se couche plus tard et l’on y joue de nouveau aux cartes.',
  authors: ['Maëlle Drouvaz'],
  tags: ['Vaudorsel', 'boulangerie', 'village'],
  picture: {
    alt: 'Une vitrine éclairée dans une rue sombre, avec des gens qui font la queue',
    caption: 'Rue du Four, un mardi, à minuit et quart.',
    credit: 'Maëlle Drouvaz',
  },
  body: [
    'Il est minuit moins cinq et la rue du Four est pleine de monde. Certains sont en pantoufles, une dame porte un manteau par-dessus sa chemise de nuit, deux frères se disputent à voix basse la place du premier. Puis le rideau de fer se lève, l’odeur arrive, et plus personne ne parle.',
    'Il y a deux ans, Honorin Clavel s’apprêtait à fermer. Les habitants de Vaudorsel partent travailler sur l’autre rive par le bateau de six heures ; ils achetaient leur pain là-bas, en rentrant. « Je cuisais la nuit pour vendre le matin à des gens qui n’étaient plus là », raconte-t-il. « Un soir, un voisin insomniaque a frappé au carreau. Je lui ai vendu un pain brûlant. Le lendemain, ils étaient trois. »',
    'La suite tient du bouche-à-oreille. Le boulanger a renoncé à l’ouverture du matin, puis à celle de l’après-midi. Il vend désormais toute sa fournée entre minuit et une heure : deux cents miches, quelques brioches et, le vendredi, une tourte aux noix dont le nombre est limité à un par famille, règle que chacun contourne en envoyant ses cousins.',
    { heading: 'Un village qui veille' },
    'Les effets dépassent la boulangerie. Le café d’en face, qui fermait à vingt heures, garde sa lumière allumée, et l’on y joue aux cartes en attendant la fournée. La commune a réparé deux réverbères. L’institutrice a obtenu que l’école commence une demi-heure plus tard le samedi, après avoir reconnu dans la file la moitié de sa classe.',
    {
      quote: 'Le pain n’est pas meilleur qu’avant. C’est nous qui le mangeons chaud.',
      speaker: 'Perrine Audouze, cliente du premier soir',
    },
    'Seul le curé fait la moue : à la messe du dimanche, dit-il, on bâille. Il a demandé au boulanger d’ouvrir exceptionnellement à huit heures, une fois par mois. M. Clavel y réfléchit. Il faudrait, explique-t-il, qu’il se lève le matin, et il en a perdu l’habitude.',
  ],
};

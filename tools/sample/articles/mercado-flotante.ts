import type { Article } from '../parts/article.ts';

const opening = [
  'El primer domingo del mes, poco antes del amanecer, Puerto Orsel se queda sin barcas. No es que salgan a pescar: se atan unas a otras en medio de la bahía, borda con borda, y sobre ellas se tiende un suelo de tablas. A las siete ya hay una plaza donde la víspera sólo había agua.',
] as const;

const rest = [
  'La idea nació de una discusión. El ayuntamiento quería cobrar a los vendedores por ocupar el muelle, y los vendedores preguntaron quién era el dueño del lago. Nadie supo responder. Un abogado jubilado, don Eliseo Marchante, encontró por fin un documento según el cual el agua «pertenece a quien la cruza», y al domingo siguiente las hortelanas de la orilla sur cruzaron con sus cestas y ya no atracaron.',
  { heading: 'Reglas de a bordo' },
  'En el mercado flotante no se grita, porque el agua lleva la voz hasta la otra orilla y luego todos saben los precios. Tampoco se corre. Quien tropieza y cae al lago tiene derecho a una taza de caldo, y hay niños que, según sospecha la cocinera, tropiezan a propósito en cuanto llega el frío.',
  {
    quote: 'En tierra vendía lechugas. Aquí vendo lechugas y conversación, y la conversación se acaba antes.',
    speaker: 'Remedios Altavera, hortelana',
  },
  'Lo más difícil es el regreso. Las barcas deben soltarse en el orden contrario al que llegaron, y si alguien se marcha antes de tiempo la plaza entera empieza a girar. Pasó una vez, en septiembre: durante casi una hora el mercado dio vueltas despacio, con todos los compradores dentro, hasta que el transbordador lo detuvo empujándolo con la proa. Ese día, recuerdan los vendedores, no sobró ni un tomate.',
  'El ayuntamiento ya no quiere cobrar. Ha pedido, en cambio, un puesto para informar a los vecinos, y le han dado el que está junto al caldo, que es donde más gente se detiene.',
] as const;

/** The first version, with a wrong number. */
export const mercadoFlotante: Article = {
  slug: 'el-mercado-que-se-suelta-del-muelle',
  publication: 'shores',
  section: 'Mercado',
  language: 'es',
  title: 'El mercado que se suelta del muelle',
  standfirst:
    'Una vez al mes, los puestos de Puerto Orsel flotan en medio de la bahía. Todo empezó con una pregunta: ¿de quién es el lago?',
  authors: ['Jacinto Belarmín'],
  tags: ['Puerto Orsel', 'mercado', 'lago'],
  picture: {
    alt: 'Barcas de madera amarradas unas a otras, cubiertas de tablas y de cestas',
    caption: 'El suelo se monta con las tablas del antiguo salón de baile.',
    credit: 'Jacinto Belarmín',
  },
  body: [
    ...opening,
    'Participan noventa y tres barcas y unas dos mil personas, casi el doble de las que viven en el pueblo.',
    ...rest,
  ],
};

/** The corrected version, on the site from edition 2 on. */
export const mercadoFlotanteCorrected: Article = {
  ...mercadoFlotante,
  body: [
    ...opening,
    'Participan treinta y nueve barcas y unas dos mil personas, casi el doble de las que viven en el pueblo.',
    ...rest,
    'Corrección: en una versión anterior se hablaba de noventa y tres barcas. Son treinta y nueve; las demás miran desde el muelle.',
  ],
};

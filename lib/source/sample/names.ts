/** Given and family names by office, all of them common ones. */
export const names: Readonly<Record<string, { given: readonly string[]; family: readonly string[] }>> = {
  Dublin: {
    given:
      'Aoife Ciarán Niamh Seán Orla Conor Gráinne Eoin Róisín Declan Sinéad Cormac Maeve Fionn Ailbhe Tadhg Clodagh Oisín Emma James Grace Daniel Sophie Adam Hannah Luke Rachel Mark Laura Stephen Chidi Ngozi Amara Kwame Priya Mohammed'.split(
        ' ',
      ),
    family:
      "Murphy Kelly Byrne Ryan Walsh O'Sullivan O'Connor Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin Carroll Connolly Daly Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes Farrell Fitzgerald Nolan Power Keane Healy Okafor Adeyemi Mensah Sharma Khan Whelan Tierney Cullen Brady Reilly".split(
        ' ',
      ),
  },
  Lisbon: {
    given:
      'Maria João Ana Pedro Inês Tiago Beatriz Rui Mariana Miguel Catarina Diogo Leonor Gonçalo Sofia André Carolina Nuno Francisca Ricardo Marta Hugo Rita Bruno Joana Vasco Teresa Duarte Filipa Henrique Matilde Luís Cláudia Paulo Patrícia Sérgio'.split(
        ' ',
      ),
    family:
      'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa'.split(
        ' ',
      ),
  },
  Warsaw: {
    given:
      'Anna Piotr Katarzyna Krzysztof Małgorzata Andrzej Agnieszka Tomasz Barbara Paweł Ewa Marcin Magdalena Michał Monika Grzegorz Joanna Łukasz Zofia Mateusz Julia Jakub Natalia Kamil Aleksandra Wojciech Karolina Rafał Marta Szymon Dominika Bartosz Oliwia Filip Weronika Maciej'.split(
        ' ',
      ),
    family:
      'Nowak Kowalczyk Wójcik Woźniak Mazur Krawczyk Kaczmarek Zając Adamczyk Dudek Wieczorek Król Wróbel Stępień Walczak Sikora Baran Szewczyk Pietrzak Marciniak Bąk Wilk Lis Kubiak Kołodziej Sobczak Kaźmierczak Michalak Urban Tomczak Kozak Kania Mróz Czarnota Skiba Wolak Jarosz Kurek Gajda Borek Kępa Sowa'.split(
        ' ',
      ),
  },
  Bengaluru: {
    given:
      'Aarav Ananya Vivaan Diya Aditya Priya Arjun Kavya Rohan Meera Karthik Lakshmi Suresh Divya Rahul Sneha Vikram Pooja Anil Nandini Sanjay Deepa Harish Shruti Manoj Aishwarya Ganesh Ritu Naveen Swathi Prakash Neha Siddharth Bhavana Varun Ishita'.split(
        ' ',
      ),
    family:
      'Sharma Rao Reddy Nair Iyer Gupta Kumar Singh Patel Menon Shetty Hegde Joshi Desai Kulkarni Bhat Pillai Verma Mehta Naidu Chandra Prasad Krishnan Subramanian Gowda Das Banerjee Mukherjee Kapoor Malhotra Saxena Agarwal Mishra Pandey Chatterjee Srinivasan Venkatesh Murthy Acharya Kamath'.split(
        ' ',
      ),
  },
  'São Paulo': {
    given:
      'Gabriel Júlia Lucas Larissa Matheus Letícia Rafael Amanda Felipe Camila Gustavo Fernanda Thiago Bruna Leonardo Aline Rodrigo Vanessa Vinícius Isabela Eduardo Renata Caio Luana Marcelo Débora Fábio Tatiane Murilo Bianca Otávio Priscila'.split(
        ' ',
      ),
    family:
      'Silva Souza Oliveira Lima Barbosa Ribeiro Carvalho Araújo Melo Cardoso Gomes Dias Moraes Teixeira Moura Freitas Batista Nascimento Campos Vieira Azevedo Rezende Prado Tavares Queiroz Siqueira Bezerra Farias Fogaça Sato Nakamura Rossi Bianchi Fontana'.split(
        ' ',
      ),
  },
  Munich: {
    given:
      'Lukas Anna Felix Lena Maximilian Laura Jonas Julia Paul Katharina Leon Sophia Florian Johanna Tobias Franziska Sebastian Theresa Matthias Verena Andreas Sabine Markus Christina Jürgen Özlem Emre Zeynep'.split(
        ' ',
      ),
    family:
      'Müller Schmid Huber Bauer Wagner Fischer Weber Maier Schneider Gruber Wimmer Hofmann Brandl Lechner Eder Krämer Vogel Schäfer Groß Winkler Zimmermann Köhler Yılmaz Kaya Seidl Pfeiffer Haas Reiter'.split(
        ' ',
      ),
  },
  Lyon: {
    given:
      'Camille Hugo Léa Lucas Manon Théo Chloé Antoine Élodie Julien Mathilde Nicolas Aurélie Quentin Pauline Romain Céline Maxime Amélie Benoît Inès Karim Yasmine Guillaume'.split(
        ' ',
      ),
    family:
      'Martin Bernard Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Garcia Roux Fournier Girard Bonnet Dupuis Lambert Fontaine Rousseau Blanchard Gauthier Benali'.split(
        ' ',
      ),
  },
  Madrid: {
    given:
      'Lucía Javier Carmen Alejandro Paula Daniel Elena Pablo Cristina Sergio Raquel Álvaro Nuria Diego Beatriz Iván Pilar Rubén Silvia Óscar Irene Jaime Rocío Marcos'.split(
        ' ',
      ),
    family:
      'García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Navarro Torres Domínguez Vázquez Ramos Gil Serrano Blanco'.split(
        ' ',
      ),
  },
  Osaka: {
    given: 'Haruto Yui Sota Hina Yuto Sakura Ren Aoi Kaito Mio Daiki Rin Takumi Yuna Kenji Naoko'.split(' '),
    family:
      'Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura'.split(
        ' ',
      ),
  },
};

/** Partner organisations whose people are guests here. */
export const partners = [
  { name: 'Tarnvale', domain: 'tarnvale.example', tenant: '5b1d7c3e-92a4-4f08-b6d1-30c9e8f7a215' },
  { name: 'Lumenhof', domain: 'lumenhof.example', tenant: 'e7a20c94-6d5b-4b13-8f0e-1c4d9b7a6032' },
  {
    name: 'Fernleigh Audit',
    domain: 'fernleigh-audit.example',
    tenant: '2f8e4a6b-0c71-4d9a-9e35-b7d6c1f80a49',
  },
  { name: 'Kestrelmoor', domain: 'kestrelmoor.example', tenant: '91c6d3f5-a8b2-4e70-8c1d-64f0b9e2d758' },
  { name: 'Ardelune Logistics', domain: 'ardelune.example', tenant: 'c4b9e8d1-7f36-4a52-b0c8-9d2e5a1f7634' },
] as const;

/** Project code names and customers that justifications speak of; all made up. */
export const projects =
  'Heron Atlas Bluefin Meridian Polaris Saffron Cobalt Marigold Tidewater Juniper Lighthouse Orchard Quartz Sequoia Magpie Harbour Foxglove Sandpiper Basalt Compass Larkspur Ember Trellis Monsoon Driftwood Hawthorn Pinwheel Kingfisher Anchor Willow'.split(
    ' ',
  );
export const customers = [
  'Norrvik',
  'Casa Lumiar',
  'Brackenfield',
  'Ostrawa Glas',
  'Ravello Foods',
  'Port Almada',
  'Selwyn & Hart',
  'Tamarind Health',
  'Greywater Transit',
  'Montclar',
  'Bellarda',
  'Sundby Energi',
  'Valdoro',
  'Hexham Mutual',
  'Kirana Retail',
  'Dunmore Credit Union',
] as const;

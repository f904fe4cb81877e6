/** Short plain words that are easy to say, to write down and to tell apart. */
const WORDS = `
  acorn actor almond amber anchor angel ankle apple apron arch arrow artist aunt autumn baby badge badger
  bagel baker balcony ball ballet bamboo banana band banjo bank barn barrel basil basket bath beach bead
  beak bean bear beard beaver bed bee beetle bell belt bench berry bicycle bird biscuit blanket blossom
  blue boat bonnet book boot bottle bowl box bracelet branch brass bread breeze brick bridge broom brother
  brown brush bubble bucket bud bus butter button cabbage cabin cactus cake camel camera camp canal candle
  canoe canyon cap cape captain car card carpet carrot cart castle cat cave cello chain chair chalk cheek
  cheese cherry chess chest chick chimney chin church cinema circle clay cliff cloak clock cloth cloud
  clover club coach coast coat cobweb cocoa coconut coffee coin collar comet compass cook copper coral cork
  corn corner cottage cotton cousin cow crab cradle crayon cream creek cricket crow crown cube cup cupboard
  curry curtain cushion daisy dance deer desk diamond dinner dish doctor dog dolphin donkey door dragon
  drawer dress drum duck eagle ear egg elbow elephant emerald engine evening eye falcon family farm farmer
  feather fence fern ferry fiddle field fig finch finger fire fish flag flame flask flock flour flower
  flute fog forest fork fountain fox friend frog fruit garage garden garlic gate ghost giant gift ginger
  giraffe glass globe glove goat gold goose grain grape grass green guitar gull hall hammer hammock hamster
  hand harbour harp hat hawk hazel heart hedge hen herb hero heron hill hippo hockey holly honey hook horn
  horse hotel hour house hut ice igloo ink insect iris iron island ivory ivy jacket jam jar jelly jersey
  jewel judge jug juice jungle kayak kennel kettle key king kitchen kite kitten knee knot lace ladder lake
  lamb lamp lane lantern lark laundry lavender lawn leaf leather leg lemon lettuce library lily lime lion
  lizard log lorry lunch magnet magpie mango map maple marble market mask mat meadow medal melon metal milk
  mill mint mirror mitten moat mole monkey moon moose morning moss moth mountain mouse mud muffin mug
  museum mushroom music mustard nail napkin neck needle nest nettle night noodle north nose nurse nut oak
  ocean octopus olive onion orange orchard organ otter oven owl paddle page paint palace palm pan panda
  paper parade parcel park parrot parsley party pasta path paw pea peach peacock peanut pear pearl pebble
  pelican pen pencil penguin pepper piano picnic picture pig pigeon pillow pilot pine pink pirate pizza
  planet plank plate plum pocket poem pond pony poppy port post potato pottery prince pumpkin puppet puppy
  purple puzzle python queen quilt rabbit radio radish rail rain raisin raven red reed ribbon rice ring
  river road robin robot rock rocket roof room root rope rose ruby rug ruler sack saddle sail sailor salad
  salt sand sandal satin sauce saucer scarf school scissors scooter sea seal seed shadow shark shed sheep
  shelf shell ship shirt shoe shop shore shoulder shovel silk silver singer sister skirt sky sleeve slipper
  snail snow soap sock sofa soup south spade spark sparrow spider spinach sponge spoon spring square
  squirrel stable stairs stamp star station steam stool storm story stove straw stream street string suit
  summer sun sunset swan table tail tailor tea teacher teapot temple tent thimble thistle throne thumb
  thunder ticket tiger tile toast toe tomato torch towel tower town toy tractor train tray treasure tree
  trout truck trumpet tulip tunnel turkey turnip turtle umbrella uncle valley vase velvet village violet
  violin voice waffle wagon wall walnut walrus water wave wax whale wheat wheel whistle willow wind window
  wing winter wolf wood wool wren wrist yard yellow yoghurt zebra
`
  .trim()
  .split(/\s+/);

/** So many words can be drawn from: four of them are a number of this to the power of four. */
export const HOW_MANY = WORDS.length;

/** Four words drawn at random, each as likely as any other. */
export function fourWords(): string {
  return Array.from({ length: 4 }, draw).join(' ');
}

function draw(): string {
  const most = Math.floor(65_536 / WORDS.length) * WORDS.length;
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint16Array(1));
    // Thrown away and drawn again, or the first words would come a little more often.
    if (number < most) return WORDS[number % WORDS.length] ?? '';
  }
}

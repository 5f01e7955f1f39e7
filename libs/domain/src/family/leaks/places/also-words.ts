/** Places whose names are common words too, in one of the languages. Parted by |. */
export const ALSO_WORDS: readonly string[] = [
  'Rom|Nice|Reading|Hull|Van|Bath|Derby|Batman|Mobile|Lion|Boni|Sari|Bari|Sale|Bury|Cork|Worms|Halle|Hagen|Herne|Hamm|Marl|Moss|Kufe|Eher',
  'Leiden|Siegen|Minden|Konstanz|Horten|Löwen|Lens|Tours|Pau|Fier|Pire|Trier|Mestre|Constance|Valence|Phoenix|Slough|York|Münster|Munster',
  'Regina|Sala|Ordu|Same|Split|Angers|Bar|Bergen|Tripoli|Ganja|Patos|Viti|Peja|Nica|Bam|Kut|Kum|Ahar|Tyre|Humus|Essen|Gera|Fasa|Laç|Mons',
  'Velen|Gent|Gand|Lund|Biel|Thun|Damas|Haga|Soest|Preston|Roma|Amani|Como|Sutton|Poole|Orange|Cannes|Worth|Wedding|Kalk|Favoriten|Darband',
  'Turkey|Chad|Jordan|Georgia|Guinea|Jersey|Mali|Man|Inde|Siri|Kine|Kinë|Gane|Ganë|Cad|Çad|Libi|Niger|Indi|Rusi|Kili|Çeki|Ceki|Wall|Island',
  'وان|سن|کیل|لیل|قم|مشهد|آمل|کبک|کلن|خوی|بم|رم|هاله|رمادی|الرمادي|بورصة|ساری|باری|کوت|الكوت|میانه|اندیشه|خالص|محلات|حديثة|حلب|حله|الحلة',
  'شوش|الهیه|ستارخان|الشعلة|متز|زرقاء|حما|حماة|نیس|نيس|دبی|بانه|آبهر|بازل|باتمان|سیرت|ورمز|فورا|برست|تور|شهریار|مهران|قدس|كان|نانت|شيراز|بابل|یورک|لار|قشم|کامز|كامز',
  'چین|چک|مصر|غنا|هند|پرو|قطر|مالی|مالي|چاد|بنین|ولز|هسن|لاچ|تونس|عمان|نيجر|نیجر|كوبا|کوبا|توغو|توگو|گرجستان|غينيا|پاپوا|جرسی|مان|کیپ|بنما',
];

/** Those of them that German writes with a capital as words, too. */
export const ALSO_NOUNS: readonly string[] = [
  'Essen|Leiden|Bergen|Löwen|Halle|Kufe|Worms|Orange|Mali|Münster|Bar|Wall|Regina|Hamm|Kalk|Favoriten',
];

/** What stands before a place where somebody is, goes to or comes from. Parted by |. */
export const INTO_PLACES: readonly string[] = [
  'in|nach|aus|bei|von|at|from|to|near|into|à|de|vers|en|në|nga|te|drejt|pranë|around|outside|inside|via|über|depuis|chez|jusquà|towards',
  'در|از|به|تا|توی|تو|شهر|ساکن|اهل|سمت|نزدیک|حوالی|اطراف|کشور|في|الى|مدينة|نحو|قرب|بلد|دولة',
];

"""Kazakh clauses in the style of the codes of Kazakhstan, each settled by reading it."""

import pytest

from lawtrack import Sanction, parse_sanction

# Clause, what it permits, and the ambiguities to be told.
CLAUSES = [
    (
        "ескерту жасауға немесе бес айлық есептік көрсеткіш мөлшерінде айыппұл салуға әкеп соғады.",
        "warning | fine =5 MCI",
        (),
    ),
    (
        "он бес тәулікке әкімшілік қамаққа алуға әкеп соғады",
        "admin_arrest =15d",
        (),
    ),
    (
        "жиырма тәулікке әкімшілік қамаққа алуға және көлік құралын басқару құқығынан жеті жыл мерзімге "
        "айыруға әкеп соғады.",
        "admin_arrest =20d & disqualification =7y",
        (),
    ),
    (
        "көлік құралын жүргізу құқығынан алты ай мерзімге айыруға әкеп соғады",
        "disqualification =6mo",
        (),
    ),
    (
        "қырық айлық есептік көрсеткіш мөлшерінде айыппұл салуға немесе көлік құралдарын жүргізу "
        "құқығынан бір жылға айыруға",
        "fine =40 MCI | disqualification =1y",
        (),
    ),
    (
        "белгілі бір қызмет түріне лицензияның қолданысын алты айға дейінгі мерзімге тоқтата тұрып не "
        "онсыз, елу айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "fine =50 MCI + suspension <=6mo?",
        (),
    ),
    (
        "лицензиядан айыра отырып, жүз айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "fine =100 MCI + licence_loss!",
        (),
    ),
    (
        "жеке тұлғаларға – он, лауазымды адамдарға, шағын кәсіпкерлік субъектілеріне немесе коммерциялық "
        "емес ұйымдарға – жиырма, орта кәсіпкерлік субъектілеріне – отыз, ірі кәсіпкерлік субъектілеріне "
        "– бір жүз айлық есептік көрсеткіш мөлшерінде айыппұл салуға әкеп соғады.",
        "[natural] fine =10 MCI ; [official/small/nonprofit] fine =20 MCI ; [medium] fine =30 MCI ; [large] fine =100 MCI",
        (),
    ),
    (
        "ескерту жасауға немесе жеке тұлғаларға – бес, заңды тұлғаларға – он айлық есептік көрсеткіш "
        "мөлшерінде айыппұл салуға",
        "[natural] warning | fine =5 MCI ; [legal] warning | fine =10 MCI",
        (),
    ),
    (
        "қызметіне тыйым сала отырып немесе онсыз, шағын кәсіпкерлік субъектілеріне – алпыс, ірі "
        "кәсіпкерлік субъектілеріне – екі жүз айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "[small] fine =60 MCI + activity_ban? ; [large] fine =200 MCI + activity_ban?",
        (),
    ),
    (
        "салық сомасының елу пайызы мөлшерінде айыппұл салуға",
        "fine =50% tax",
        (),
    ),
    (
        "жасалған мәміле сомасының он пайызы мөлшерінде айыппұл салуға",
        "fine =10% transaction",
        (),
    ),
    (
        "лауазымды адамдарға – елу айлық есептік көрсеткіш мөлшерінде, заңды тұлғаларға – төленбеген "
        "салық сомасының отыз пайызы мөлшерінде айыппұл салуға",
        "[official] fine =50 MCI ; [legal] fine =30% tax",
        (),
    ),
    (
        "үш мың айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не сол мөлшерде түзеу "
        "жұмыстарына не бас бостандығын үш жылға дейінгі мерзімге шектеуге",
        "fine <=3000 MCI | corrective_labour <=3000 MCI | restriction <=3y",
        (),
    ),
    (
        "белгілі бір лауазымдарды атқару немесе белгілі бір қызметпен айналысу құқығынан бес жылға "
        "дейінгі мерзімге айыра отырып, екі мың айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға "
        "не екі жылға дейінгі мерзімге бас бостандығын шектеуге не сол мерзімге бас бостандығынан айыруға "
        "жазаланады.",
        "fine <=2000 MCI | restriction <=2y | prison <=2y all: + disqualification <=5y!",
        (),
    ),
    (
        "екі жылға дейінгі мерзімге бас бостандығын шектеуге не мүлкі тәркіленіп, екі жылдан жеті жылға "
        "дейінгі мерзімге бас бостандығынан айыруға жазаланады.",
        "restriction <=2y | prison 2..7y + confiscation!",
        (),
    ),
    (
        "мүлкі тәркіленіп немесе онсыз, алты жылға дейінгі мерзімге бас бостандығынан айыруға",
        "prison <=6y + confiscation?",
        (),
    ),
    (
        "мүлкі тәркіленіп, он бес жылдан жиырма жылға дейінгі мерзімге бас бостандығынан айыруға не өмір "
        "бойына бас бостандығынан айыруға, не өлім жазасына кесуге жазаланады.",
        "prison 15..20y | life | death all: + confiscation!",
        (),
    ),
    (
        "жиырма жыл мерзімге бас бостандығынан айыруға",
        "prison =20y",
        (),
    ),
    (
        "берілген ақша сомасының немесе берілген мүлік құнының отыз еселенгеннен қырық еселенгенге "
        "дейінгі мөлшерінде айыппұл салуға не мүлкі тәркіленіп, жеті жылдан он екі жылға дейінгі мерзімге "
        "бас бостандығынан айыруға",
        "fine x30..x40 transferred | prison 7..12y + confiscation!",
        (),
    ),
    (
        "әскери, арнаулы атағынан айыра отырып, үш жылдан сегіз жылға дейінгі мерзімге бас бостандығынан "
        "айыруға",
        "prison 3..8y + rank_loss!",
        (),
    ),
    (
        "екі жүзден бес жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға",
        "fine 200..500 MCI",
        (),
    ),
    (
        "оннан жиырмаға дейінгі айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "fine 10..20 MCI",
        (),
    ),
    (
        "екі жүз айлық есептік көрсеткішке дейін айыппұлмен немесе сол мөлшерде түзету жұмыстарымен "
        "жазаланады",
        "fine <=200 MCI | corrective_labour <=200 MCI",
        (),
    ),
    (
        "екі жүзден бес жүз айлық есептік көрсеткішке дейінгі мөлшерде немесе сотталған адамның екі айдан "
        "бес айға дейінгі кезеңдегі жалақысының немесе өзге де табысының мөлшерінде айыппұл салуға",
        "fine 200..500 MCI | fine x1/6..x5/12 income_year",
        (),
    ),
    (
        "он жылдан кем емес мерзімге бас бостандығынан айыруға",
        "prison >=10y",
        (),
    ),
    (
        "бес жылдан аспайтын мерзімге бас бостандығынан айыруға",
        "prison <=5y",
        (),
    ),
    (
        "мүлкі тәркіленіп, ал 2) тармақта көзделген жағдайларда азаматтығынан айыра отырып, он жылдан он "
        "бес жылға дейінгі мерзімге бас бостандығынан айыруға",
        'prison 10..15y + confiscation! + citizenship_loss! if("2")',
        (),
    ),
    (
        "бес жылдан он жылға дейінгі мерзімге бас бостандығынан айыруға, ал ауырлататын мән-жайлар "
        "кезінде – он жылдан жиырма жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады",
        "prison 5..10y ; [aggravated] prison 10..20y",
        (),
    ),
    (
        "кеме иелеріне – он, заңды тұлғаларға – жүз айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        '["k"] fine =10 MCI ; [legal] fine =100 MCI',
        (),
    ),
    (
        "бір мың бес жүз АЕК мөлшерінде айыппұл салуға",
        "fine =1500 MCI",
        (),
    ),
    (
        "10 айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "fine =10 MCI",
        (),
    ),
    (
        "5 жылдан 10 жылға дейінгі мерзімге бас бостандығынан айыруға",
        "prison 5..10y",
        (),
    ),
    (
        "елу сағаттан жүз сағатқа дейінгі мерзімге қоғамдық жұмыстарға тартуға",
        "community_service 50..100h",
        (),
    ),
    (
        "әкімшілік құқық бұзушылық жасау құралы болып табылатын заттар тәркілене отырып немесе "
        "тәркіленбей, жиырма айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "fine =20 MCI + confiscation?",
        (),
    ),
    (
        "қызметін үш айға дейінгі мерзімге тоқтата тұруға әкеп соғады",
        "suspension <=3mo",
        (),
    ),
    (
        "лицензиясынан айыруға әкеп соғады",
        "licence_loss",
        (),
    ),
    (
        "екі жылға дейінгі мерзімге тәртіптік әскери бөлімде ұстауға",
        "disciplinary_unit <=2y",
        (),
    ),
    (
        "өлім жазасына кесуге не өмір бойына бас бостандығынан айыруға",
        "death | life",
        (),
    ),
    (
        "жеке тұлғаларға ескерту жасауға, лауазымды адамдарға бес айлық есептік көрсеткіш мөлшерінде "
        "айыппұл салуға",
        "[natural] warning ; [official] fine =5 MCI",
        (),
    ),
    (
        "жеке тұлғаларға – бес айлық есептік көрсеткіш мөлшерінде айыппұл салуға немесе он тәулікке "
        "дейінгі мерзімге әкімшілік қамаққа алуға",
        "[natural] fine =5 MCI | admin_arrest <=10d",
        (),
    ),
    (
        "жеке тұлғаларға – бес, заңды тұлғаларға – он айлық есептік көрсеткіш мөлшерінде айыппұл салуға "
        "немесе қызметін үш айға дейін тоқтата тұруға",
        "[natural] fine =5 MCI | suspension <=3mo ; [legal] fine =10 MCI | suspension <=3mo",
        ("track_scope",),
    ),
    (
        "шетелдіктерді Қазақстан Республикасының шегінен әкімшілік жолмен шығарып жібере отырып немесе "
        "онсыз, жиырма айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "fine =20 MCI + expulsion?",
        (),
    ),
    (
        "алынған кірістің жүз пайызы мөлшерінде айыппұл салуға",
        "fine =100% gain",
        (),
    ),
    (
        "бейрезидент-банктердің филиалдарына – екі жүз айлық есептік көрсеткіш мөлшерінде айыппұл салуға",
        "[foreign_branch] fine =200 MCI",
        (),
    ),
    (
        "он бес жылға дейiнгi мерзiмге бас бостандығынан айыруға",
        "prison <=15y",
        (),
    ),
    (
        "үш жылға дейінгі мерзімге бас бостандығынан айыруға, мүлкі тәркіленіп",
        "prison <=3y + confiscation!",
        (),
    ),
    (
        "көлік құралын басқару құқығынан екі жыл мерзімге айыра отырып, он бес тәулікке әкімшілік қамаққа "
        "алуға",
        "admin_arrest =15d + disqualification =2y!",
        (),
    ),
    (
        "біліктілік куәлігінен айыра отырып немесе онсыз, лауазымды адамдарға – отыз айлық есептік "
        "көрсеткіш мөлшерінде айыппұл салуға",
        "[official] fine =30 MCI + licence_loss?",
        (),
    ),
    (
        "лицензияның және (немесе) рұқсаттың қолданысын тоқтата тұра отырып, он айлық есептік көрсеткіш "
        "мөлшерінде айыппұл салуға",
        "fine =10 MCI + suspension!",
        (),
    ),
    (
        "екі жылға дейінгі мерзімге бас бостандығын шектеуге не мүлкі тәркіленіп, азаматтығынан айыра "
        "отырып, екі жылдан жеті жылға дейінгі мерзімге бас бостандығынан айыруға",
        "restriction <=2y | prison 2..7y + confiscation! + citizenship_loss!",
        (),
    ),
    (
        "ал 3) тармақта көзделген жағдайларда мүлкі тәркіленіп, құқығынан өмір бойына айыра отырып, бес "
        "жылдан он жылға дейінгі мерзімге бас бостандығынан айыруға",
        'prison 5..10y + confiscation! if("3") + disqualification life!',
        ("case_scope",),
    ),
    (
        "айыппұл салуға не мүлкі тәркіленіп, екі жылға дейінгі мерзімге бас бостандығын шектеуге не сол "
        "мерзімге бас бостандығынан айыруға",
        "fine | restriction <=2y + confiscation! | prison <=2y + confiscation!",
        ("attaches",),
    ),
    (
        "бейтаныс сөз заттар тәркілене отырып, бес жылға бас бостандығынан айыруға",
        "prison =5y + confiscation!",
        (),
    ),
]

# Clauses with something that the notation or the grammar does not hold: what is read all the same, and what is quoted.
PARTIAL = [
    ("бас бостандығынан айыруға емес", "prison", "емес"),
    (
        "екі жүз айлық есептік көрсеткіш мөлшерінде айыппұл салуға не отыз тәулікке айыру",
        "fine =200 MCI",
        "айыру",
    ),
    ("дүре соғуға не мүлкі тәркіленіп, бес жылға бас бостандығынан айыруға", None, "дүре соғуға"),
    (
        "мүлкі тәркіленіп немесе азаматтығынан айыра отырып, екі жылға бас бостандығынан айыруға",
        None,
        "азаматтығынан",
    ),
    (
        "кірісі бір жылдан аспайтын кезең үшін тәркілене отырып, он АЕК айыппұл салуға",
        None,
        "бір жылдан аспайтын",
    ),
    ("бес айлық есептік көрсеткіш мөлшерінде", "unknown", "бес айлық есептік көрсеткіш"),
    ("сол мерзімге бас бостандығынан айыруға", "prison", "сол мерзімге"),
    ("он жылдан бас бостандығынан айыруға", "prison", "он жылдан"),
]

PLAIN = [
    "бес жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады",
    "екі жылдан сегіз жылға дейінгі мерзімге бас бостандығын шектеуге не сол мерзімге бас бостандығынан айыруға",
    "жиырма бес айлық есептік көрсеткіш мөлшерінде айыппұл салуға әкеп соғады",
]


@pytest.mark.parametrize(("clause", "permits", "codes"), CLAUSES)
def test_clause(clause, permits, codes):
    """Each clause is read whole, into what it permits, with its ambiguities."""
    parsed = parse_sanction(clause, lang="kk", jurisdiction="KZ")

    assert parsed.sanction.normal_form() == Sanction.read(permits).normal_form()
    assert tuple(doubt.code for doubt in parsed.ambiguities) == codes
    assert parsed.complete


@pytest.mark.parametrize(("clause", "permits", "quoted"), PARTIAL)
def test_what_is_not_understood_is_quoted(clause, permits, quoted):
    """What the grammar does not know stands in ``unparsed``."""
    parsed = parse_sanction(clause, lang="kk")

    assert any(quoted in piece.text for piece in parsed.unparsed)
    assert not parsed.complete
    if permits is not None:
        assert str(parsed.sanction) == permits


@pytest.mark.parametrize("clause", PLAIN)
def test_a_foreign_word_is_never_passed_over(clause):
    """Wherever an unknown word stands among penalties, the reading is not complete."""
    words = clause.split()
    for at in range(len(words) + 1):
        assert not parse_sanction(" ".join([*words[:at], "xyzzy", *words[at:]]), lang="kk").complete


@pytest.mark.parametrize("clause", PLAIN)
def test_a_number_is_never_passed_over(clause):
    """Another number somewhere either changes the reading or makes it incomplete."""
    words = clause.split()
    before = parse_sanction(clause, lang="kk").sanction
    for at in range(len(words) + 1):
        parsed = parse_sanction(" ".join([*words[:at], "7", *words[at:]]), lang="kk")
        assert not parsed.complete or parsed.sanction != before


@pytest.mark.parametrize(("clause", "permits", "codes"), CLAUSES)
def test_latin_letters_that_look_alike(clause, permits, codes):
    """Printed texts mix Latin letters into Kazakh words; the reading is the same."""
    mixed = clause.translate(str.maketrans("іаеоср", "iaeocp"))

    assert parse_sanction(mixed, lang="kk").sanction.normal_form() == Sanction.read(permits).normal_form()


def test_extras_in_the_middle_name_both_readings():
    """Extras between alternatives reach all that follow, or the next alone."""
    (doubt,) = parse_sanction(
        "айыппұл салуға не мүлкі тәркіленіп, екі жылға дейінгі мерзімге бас бостандығын шектеуге не сол мерзімге бас "
        "бостандығынан айыруға",
        lang="kk",
    ).ambiguities

    assert doubt.code == "attaches"
    assert [str(reading) for reading in doubt.readings] == [
        "fine | restriction <=2y + confiscation! | prison <=2y + confiscation!",
        "fine | restriction <=2y + confiscation! | prison <=2y",
    ]


def test_a_condition_may_cover_the_extras_behind_it():
    """A case named before several extras holds for the first, or for all of them."""
    (doubt,) = parse_sanction(
        "ал 2) тармақта көзделген жағдайларда мүлкі тәркіленіп, азаматтығынан айыра отырып, он жылға бас бостандығынан "
        "айыруға",
        lang="kk",
    ).ambiguities

    assert doubt.code == "case_scope"
    assert [str(reading).count("if(") for reading in doubt.readings] == [1, 2]

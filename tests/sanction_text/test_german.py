"""German clauses in the style of the Strafgesetzbuch and of side statutes, each settled by reading it."""

import pytest

from lawtrack import Sanction, parse_sanction

# Clause, what it permits, and the ambiguities to be told.
CLAUSES = [
    (
        "mit lebenslanger Freiheitsstrafe bestraft",
        "life",
        (),
    ),
    (
        "wird mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft.",
        "prison <=5y | fine",
        (),
    ),
    (
        "mit lebenslanger Freiheitsstrafe oder mit Freiheitsstrafe nicht unter zehn Jahren bestraft",
        "life | prison >=10y",
        (),
    ),
    (
        "so ist die Strafe lebenslange Freiheitsstrafe oder Freiheitsstrafe nicht unter zehn Jahren.",
        "life | prison >=10y",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu sechs Monaten oder mit Geldstrafe bis zu einhundertachtzig "
        "Tagessätzen bestraft",
        "prison <=6mo | fine <=180 df",
        (),
    ),
    (
        "mit Geldstrafe bis zu 180 Tagessätzen bestraft",
        "fine <=180 df",
        (),
    ),
    (
        "Die Geldstrafe beträgt mindestens fünf und, wenn das Gesetz nichts anderes bestimmt, höchstens "
        "dreihundertsechzig volle Tagessätze.",
        "fine 5..360 df",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe, in besonders schweren Fällen mit "
        "Freiheitsstrafe von sechs Monaten bis zu zehn Jahren bestraft.",
        "prison <=5y | fine ; [serious_case] prison 6mo..10y",
        (),
    ),
    (
        "In besonders schweren Fällen ist die Strafe Freiheitsstrafe von einem Jahr bis zu fünfzehn Jahren.",
        "[serious_case] prison 1..15y",
        (),
    ),
    (
        "ist auf Freiheitsstrafe nicht unter drei Jahren zu erkennen",
        "prison >=3y",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu einer Million Euro geahndet werden.",
        "fine <=1000000 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu zwei Millionen Euro geahndet werden",
        "fine <=2000000 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu 1,5 Millionen Euro geahndet werden",
        "fine <=1500000 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu fünfundzwanzigtausend Euro geahndet werden",
        "fine <=25000 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu zweihundertfünfzigtausend Euro geahndet werden",
        "fine <=250000 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu eintausendfünfhundert Euro geahndet werden",
        "fine <=1500 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu 50.000 Euro geahndet werden",
        "fine <=50000 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu fünftausend Deutsche Mark geahndet werden",
        "fine <=5000 DEM",
        (),
    ),
    (
        "kann in den Fällen des Absatzes 1 Nummer 1 und 2 mit einer Geldbuße bis zu fünfzigtausend Euro, "
        "in den übrigen Fällen mit einer Geldbuße bis zu zehntausend Euro geahndet werden.",
        '["x"] fine <=50000 EUR ; [other] fine <=10000 EUR',
        (),
    ),
    (
        "kann in den Fällen des Absatzes 1 Nr. 3 mit einer Geldbuße bis zu fünfhunderttausend Euro und in "
        "den Fällen des Absatzes 1 Nr. 4 und 5 mit einer Geldbuße bis zu hunderttausend Euro geahndet "
        "werden",
        '["a"] fine <=500000 EUR ; ["b"] fine <=100000 EUR',
        (),
    ),
    (
        "Die Geldbuße beträgt 1. im Falle einer vorsätzlichen Straftat bis zu zehn Millionen Euro, 2. im "
        "Falle einer fahrlässigen Straftat bis zu fünf Millionen Euro.",
        '["a"] fine <=10000000 EUR ; ["b"] fine <=5000000 EUR',
        (),
    ),
    (
        "kann mit einer Geldbuße bis zu 5 000 Euro geahndet werden, wenn die Handlung nicht nach § 378 "
        "geahndet werden kann.",
        "fine <=5000 EUR",
        (),
    ),
    (
        "wird mit Freiheitsstrafe bis zu einem Jahr oder mit Geldstrafe bestraft, wenn die Tat nicht in "
        "anderen Vorschriften mit schwererer Strafe bedroht ist.",
        "prison <=1y | fine",
        (),
    ),
    (
        "wird, wenn die Tat nicht in anderen Vorschriften mit schwererer Strafe bedroht ist, mit "
        "Freiheitsstrafe bis zu drei Jahren oder mit Geldstrafe bestraft.",
        "prison <=3y | fine",
        (),
    ),
    (
        "Wer eine fremde bewegliche Sache einem anderen in der Absicht wegnimmt, die Sache sich oder "
        "einem Dritten rechtswidrig zuzueignen, wird mit Freiheitsstrafe bis zu fünf Jahren oder mit "
        "Geldstrafe bestraft.",
        "prison <=5y | fine",
        (),
    ),
    (
        "Mit Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe wird bestraft, wer fahrlässig den Tod "
        "eines Menschen verursacht.",
        "prison <=2y | fine",
        (),
    ),
    (
        "In minder schweren Fällen des Absatzes 1 ist auf Freiheitsstrafe von sechs Monaten bis zu fünf "
        "Jahren, in minder schweren Fällen des Absatzes 2 auf Freiheitsstrafe von einem Jahr bis zu zehn "
        "Jahren zu erkennen.",
        '[lesser_case, "a"] prison 6mo..5y ; [lesser_case, "b"] prison 1..10y',
        (),
    ),
    (
        "in den Fällen der Nummern 3 bis 5 mit Freiheitsstrafe nicht unter fünf Jahren, in den Fällen der "
        "Nummern 6 und 7 mit Freiheitsstrafe nicht unter zwei Jahren bestraft",
        '["a"] prison >=5y ; ["b"] prison >=2y',
        (),
    ),
    (
        "Handelt der Täter fahrlässig, so ist die Strafe Freiheitsstrafe bis zu drei Jahren oder Geldstrafe.",
        '["f"] prison <=3y | fine',
        (),
    ),
    (
        "handelt der Täter gewerbsmäßig, mit Freiheitsstrafe von sechs Monaten bis zu zehn Jahren, sonst "
        "mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft",
        '["g"] prison 6mo..10y ; [other] prison <=5y | fine',
        (),
    ),
    (
        "ein Verwarnungsgeld von fünf bis fünfundfünfzig Euro erheben",
        "fine 5..55 EUR",
        (),
    ),
    (
        "kann ein Fahrverbot für die Dauer von einem Monat bis zu drei Monaten angeordnet werden",
        "disqualification 1..3mo",
        (),
    ),
    (
        "mit Geldbuße von zweihundert Euro und Fahrverbot von einem Monat",
        "fine =200 EUR & disqualification =1mo",
        (),
    ),
    (
        "mit einer Geldbuße bis zum Dreifachen des wirtschaftlichen Vorteils geahndet",
        "fine <=x3 gain",
        (),
    ),
    (
        "mit einer Geldbuße bis zu 10 Prozent des Gesamtumsatzes geahndet",
        "fine <=10% turnover",
        (),
    ),
    (
        "mit einer Geldbuße bis zu zehn vom Hundert des im vorausgegangenen Geschäftsjahr erzielten "
        "Gesamtumsatzes des Unternehmens geahndet werden",
        "fine <=10% turnover",
        (),
    ),
    (
        "mit einer Geldbuße bis zu fünf Millionen Euro oder bis zu 10 Prozent des Gesamtumsatzes geahndet "
        "werden",
        "fine <=5000000 EUR | fine <=10% turnover",
        (),
    ),
    (
        "mit einer Geldbuße bis zu 20 000 000 Euro oder bis zu 4 Prozent des Jahresumsatzes, je nachdem, "
        "welcher der Beträge höher ist, geahndet",
        "fine <=max(20000000 EUR, 4% turnover)",
        (),
    ),
    (
        "mit Freiheitsstrafe von nicht unter einem Jahr bestraft",
        "prison >=1y",
        (),
    ),
    (
        "mit Freiheitsstrafe von mindestens sechs Monaten bestraft",
        "prison >=6mo",
        (),
    ),
    (
        "mit Freiheitsstrafe von zwei Wochen bis zu fünf Jahren",
        "prison 2w..5y",
        (),
    ),
    (
        "mit Freiheitsstrafe von zwei bis zu acht Jahren bestraft",
        "prison 2..8y",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu drei Jahren oder mit Geldstrafe oder mit beiden Strafen bestraft",
        "prison <=3y |& fine",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu drei Jahren und mit Geldstrafe bestraft",
        "prison <=3y & fine",
        (),
    ),
    (
        "mit Strafarrest bis zu sechs Monaten bestraft",
        "arrest <=6mo",
        (),
    ),
    (
        "mit Haft bis zu sechs Wochen oder mit Geldstrafe bis zu 500 Deutsche Mark bestraft",
        "arrest <=6w | fine <=500 DEM",
        (),
    ),
    (
        "Daneben kann auf Einziehung erkannt werden.",
        "confiscation",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu einem Jahr oder mit Geldstrafe bestraft. Daneben kann ein Fahrverbot "
        "bis zu sechs Monaten verhängt werden.",
        "prison <=1y | fine all: + disqualification <=6mo?",
        ("attaches",),
    ),
    (
        "wird nach § 211 bestraft",
        "base",
        (),
    ),
    (
        "gegen eine natürliche Person mit einer Geldbuße bis zu fünfhunderttausend Euro, gegen eine "
        "juristische Person mit einer Geldbuße bis zu fünf Millionen Euro geahndet werden",
        "[natural] fine <=500000 EUR ; [legal] fine <=5000000 EUR",
        (),
    ),
    (
        "in den Fällen, in denen der Täter bewaffnet ist, mit Freiheitsstrafe nicht unter zwei Jahren "
        "bestraft",
        '["b"] prison >=2y',
        (),
    ),
    (
        "mit Freiheitsstrafe von einem Jahr bis zu zehn Jahren, in minder schweren Fällen mit "
        "Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft.",
        "prison 1..10y ; [lesser_case] prison <=5y | fine",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu zehn Jahren, in besonders schweren Fällen mit lebenslanger "
        "Freiheitsstrafe oder mit Freiheitsstrafe nicht unter zehn Jahren bestraft.",
        "prison <=10y ; [serious_case] life | prison >=10y",
        (),
    ),
    (
        "bei Vorsatz mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe, bei Fahrlässigkeit mit "
        "Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe bestraft",
        '["v"] prison <=5y | fine ; ["f"] prison <=2y | fine',
        (),
    ),
    (
        "auf Freiheitsstrafe nicht unter zwei Jahren ist zu erkennen, wenn der Täter eine Waffe bei sich "
        "führt",
        "prison >=2y",
        ("case_scope",),
    ),
    (
        "Das Höchstmaß der zeitigen Freiheitsstrafe ist fünfzehn Jahre, ihr Mindestmaß ein Monat.",
        "prison 1mo..15y",
        (),
    ),
    (
        "Geldbuße von 5 bis 1 000 Euro",
        "fine 5..1000 EUR",
        (),
    ),
    (
        "mit Geldbuße bis zu 2 500 EUR geahndet",
        "fine <=2500 EUR",
        (),
    ),
    (
        "kann mit einer Geldbuße von bis zu fünfzigtausend Euro geahndet werden",
        "fine <=50000 EUR",
        (),
    ),
    (
        "In den Fällen des Absatzes 2 kann auf Geldstrafe erkannt werden",
        '["a"] fine',
        (),
    ),
    (
        "mit Freiheitsstrafe von drei Monaten bis zu fünf Jahren oder mit Geldstrafe nicht unter neunzig "
        "Tagessätzen bestraft",
        "prison 3mo..5y | fine >=90 df",
        (),
    ),
    (
        "Gefängnisstrafe bis zu drei Jahren",
        "prison <=3y",
        (),
    ),
    (
        "kann in den Fällen des Absatzes 2 Nummer 1 Buchstabe a bis c, Nummer 2 und 3 sowie des Absatzes "
        "3 mit einer Geldbuße bis zu dreißigtausend Euro, in den anderen Fällen mit einer Geldbuße bis zu "
        "fünftausend Euro geahndet werden",
        '["a"] fine <=30000 EUR ; [other] fine <=5000 EUR',
        (),
    ),
    (
        "ist im Falle des Absatzes 1 die Strafe Freiheitsstrafe bis zu drei Jahren oder Geldstrafe, im "
        "Falle des Absatzes 2 Freiheitsstrafe von sechs Monaten bis zu fünf Jahren",
        '["a"] prison <=3y | fine ; ["b"] prison 6mo..5y',
        (),
    ),
    (
        "In besonders schweren Fällen wird die Tat mit Freiheitsstrafe von einem Jahr bis zu zehn Jahren "
        "bestraft.",
        "[serious_case] prison 1..10y",
        (),
    ),
    (
        "In minder schweren Fällen ist die Strafe in den Fällen des Absatzes 1 Freiheitsstrafe bis zu "
        "drei Jahren, in den Fällen des Absatzes 2 Freiheitsstrafe von sechs Monaten bis zu fünf Jahren.",
        '[lesser_case, "a"] prison <=3y ; [lesser_case, "b"] prison 6mo..5y',
        (),
    ),
    (
        "Das Höchstmaß des Strafarrestes ist sechs Monate, das Mindestmaß zwei Wochen.",
        "arrest 2w..6mo",
        (),
    ),
    (
        "An die Stelle einer uneinbringlichen Geldstrafe tritt Freiheitsstrafe bis zu einem Jahr",
        "default_prison <=1y",
        (),
    ),
    (
        "kann ihm für die Dauer von einem Monat bis zu drei Monaten verboten werden, im Straßenverkehr "
        "Kraftfahrzeuge jeder Art zu führen",
        "disqualification 1..3mo",
        (),
    ),
    (
        "verliert für die Dauer von fünf Jahren die Fähigkeit, öffentliche Ämter zu bekleiden",
        "disqualification =5y",
        (),
    ),
    (
        "(1) Mit Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe wird bestraft",
        "prison <=2y | fine",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu fünf Jahren bestraft. (2) In minder schweren Fällen ist die Strafe "
        "Freiheitsstrafe bis zu zwei Jahren oder Geldstrafe.",
        "prison <=5y ; [lesser_case] prison <=2y | fine",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu fünf Jahren und, wenn die Tat fahrlässig begangen wird, mit "
        "Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe bestraft",
        'prison <=5y ; ["f"] prison <=2y | fine',
        (),
    ),
    (
        "Verursacht der Täter durch die Tat den Tod des Opfers, so ist die Strafe Freiheitsstrafe nicht "
        "unter drei Jahren.",
        '["t"] prison >=3y',
        (),
    ),
    (
        "Wird die Tat gewerbsmäßig begangen, so ist auf Freiheitsstrafe von einem Jahr bis zu zehn Jahren "
        "zu erkennen",
        '["g"] prison 1..10y',
        (),
    ),
    (
        "mit Freiheitsstrafe von zehn Jahren bis zu lebenslanger Freiheitsstrafe bestraft",
        "prison 10y..life",
        (),
    ),
    (
        "die Ordnungswidrigkeit kann mit einer Geldbuße bis zu fünfhundert Euro, im Wiederholungsfall bis "
        "zu tausend Euro geahndet werden",
        "fine <=500 EUR ; [subsequent] fine <=1000 EUR",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu vierzehn Tagen",
        "prison <=14d",
        (),
    ),
    (
        "mit Freiheitsstrafe unter einem Jahr",
        "prison <1y",
        (),
    ),
    (
        "mit Freiheitsstrafe von einem Monat bis zu zwei Jahren bestraft",
        "prison 1mo..2y",
        (),
    ),
    (
        "mit Freiheitsstrafe nicht unter drei Jahren, in minder schweren Fällen mit Freiheitsstrafe von "
        "einem Jahr bis zu fünf Jahren, in besonders schweren Fällen mit lebenslanger Freiheitsstrafe "
        "bestraft",
        "prison >=3y ; [lesser_case] prison 1..5y ; [serious_case] life",
        (),
    ),
    (
        "kann bei vorsätzlicher Begehung mit einer Geldbuße bis zu zwanzigtausend Euro, bei fahrlässiger "
        "Begehung mit einer Geldbuße bis zu zehntausend Euro geahndet werden",
        '["v"] fine <=20000 EUR ; ["f"] fine <=10000 EUR',
        (),
    ),
    (
        "mit Geldbuße bis zu dreihunderttausendfünfhundert Euro geahndet",
        "fine <=300500 EUR",
        (),
    ),
    (
        "mit einer Geldbuße bis zum Doppelten des erlangten Vorteils geahndet",
        "fine <=x2 gain",
        (),
    ),
    (
        "ist neben der Strafe auf Einziehung zu erkennen",
        "confiscation",
        (),
    ),
    (
        "in den Fällen des Absatzes 1 mit Freiheitsstrafe bis zu drei Jahren oder mit Geldstrafe, in "
        "minder schweren Fällen mit Geldstrafe bestraft",
        '["a"] prison <=3y | fine ; [lesser_case] fine',
        ("track_scope",),
    ),
    (
        "In besonders schweren Fällen wird 1. eine Tat nach § 332 Abs. 1 Satz 1 mit Freiheitsstrafe von "
        "einem Jahr bis zu zehn Jahren und 2. eine Tat nach § 332 Abs. 2 mit Freiheitsstrafe nicht unter "
        "zwei Jahren bestraft.",
        '[serious_case, "a"] prison 1..10y ; [serious_case, "b"] prison >=2y',
        (),
    ),
    (
        "so ist die Strafe bei den bezeichneten Taten nach Absatz 1 Freiheitsstrafe bis zu zwei Jahren "
        "oder Geldstrafe, bei Taten nach Absatz 3 Freiheitsstrafe bis zu einem Jahr oder Geldstrafe.",
        '["a"] prison <=2y | fine ; ["b"] prison <=1y | fine',
        (),
    ),
    (
        "Handelt der Täter fahrlässig, so ist die Strafe bei Taten nach Absatz 1 Freiheitsstrafe bis zu "
        "zwei Jahren oder Geldstrafe, bei Taten nach Absatz 3 Geldstrafe.",
        '["f", "a"] prison <=2y | fine ; ["f", "b"] fine',
        (),
    ),
    (
        "Das einzelne Zwangsgeld darf 25 000 Euro nicht übersteigen.",
        "fine <=25000 EUR",
        (),
    ),
    (
        "Die Ordnungswidrigkeit kann, wenn die Pflichtverletzung mit Strafe bedroht ist, mit einer "
        "Geldbuße bis zu einer Million Euro geahndet werden.",
        '["p"] fine <=1000000 EUR',
        (),
    ),
    (
        "mit einer Geldbuße geahndet werden, wenn die Handlung nicht nach anderen Vorschriften geahndet "
        "werden kann",
        "fine",
        (),
    ),
    (
        "wird mit Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe bestraft, soweit nicht die Tat "
        "nach anderen Vorschriften mit schwererer Strafe bedroht ist",
        "prison <=2y | fine",
        (),
    ),
    (
        "Freiheitsstrafe sechs Monate bis fünf Jahre",
        "prison 6mo..5y",
        (),
    ),
    (
        "bis zu fünfzigtausend Euro in den Fällen des Absatzes 1, bis zu zehntausend Euro in den übrigen "
        "Fällen",
        '["a"] fine <=50000 EUR ; [other] fine <=10000 EUR',
        (),
    ),
    (
        "Wer in den Fällen des Absatzes 1 die Gefahr fahrlässig verursacht, wird mit Freiheitsstrafe bis "
        "zu zwei Jahren oder mit Geldstrafe bestraft.",
        "prison <=2y | fine",
        (),
    ),
    (
        "mit Freiheitsstrafe von sechs Monaten bis zu zehn Jahren, in den Fällen des Absatzes 5 mit "
        "Freiheitsstrafe von einem Jahr bis zu zehn Jahren bestraft",
        'prison 6mo..10y ; ["a"] prison 1..10y',
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft, wenn die Tat nicht in § 94 "
        "oder § 96 Abs. 1, in § 97a oder in § 97b in Verbindung mit § 94 oder § 96 Abs. 1 mit Strafe "
        "bedroht ist.",
        "prison <=5y | fine",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft, wenn er in diesem Zustand "
        "eine rechtswidrige Tat begeht und ihretwegen nicht bestraft werden kann, weil er infolge des "
        "Rausches schuldunfähig war",
        "prison <=5y | fine",
        ("case_scope",),
    ),
    (
        "so ist in den Fällen des Absatzes 1 auf Freiheitsstrafe nicht unter fünf Jahren, in den Fällen "
        "des Absatzes 2 auf Freiheitsstrafe nicht unter drei Jahren zu erkennen",
        '["a"] prison >=5y ; ["b"] prison >=3y',
        (),
    ),
    (
        "wird in den Fällen der Nummer 1 mit Freiheitsstrafe von einem Jahr bis zu zehn Jahren, in den "
        "Fällen der Nummer 2 mit Freiheitsstrafe nicht unter drei Jahren bestraft, wenn die Tat nicht in "
        "§ 330a Abs. 1 bis 3 mit Strafe bedroht ist.",
        '["a"] prison 1..10y ; ["b"] prison >=3y',
        (),
    ),
    (
        "In den Fällen des Absatzes 1 Satz 1 ist auf Freiheitsstrafe von sechs Monaten bis zu zehn Jahren "
        "zu erkennen, wenn der Zweck der Vereinigung darauf gerichtet ist",
        '["a"] prison 6mo..10y',
        ("case_scope",),
    ),
    (
        "kann das Gericht die Strafe nach § 49 Abs. 1 mildern",
        "lesser",
        (),
    ),
    (
        "Zuwiderhandlungen können mit Geldbuße bis zu fünftausend Euro geahndet werden",
        "fine <=5000 EUR",
        (),
    ),
    (
        "wird mit Freiheitsstrafe nicht unter fünf Jahren bestraft. In minder schweren Fällen ist die "
        "Strafe Freiheitsstrafe von sechs Monaten bis zu zehn Jahren.",
        "prison >=5y ; [lesser_case] prison 6mo..10y",
        (),
    ),
    (
        "mit Freiheitsstrafe von drei Monaten bis zu fünf Jahren und in besonders schweren Fällen mit "
        "Freiheitsstrafe von einem Jahr bis zu zehn Jahren bestraft",
        "prison 3mo..5y ; [serious_case] prison 1..10y",
        (),
    ),
    (
        "mit Freiheitsstrafe bis zu zwei Jahren, mit Strafarrest oder mit Geldstrafe bestraft",
        "prison <=2y | arrest | fine",
        (),
    ),
    (
        "Der Täter wird mit Freiheitsstrafe bis zu drei Jahren oder mit Geldstrafe bestraft. Der Versuch "
        "ist strafbar.",
        "prison <=3y | fine",
        (),
    ),
    (
        "in besonders schweren Fällen Freiheitsstrafe nicht unter drei Jahren",
        "[serious_case] prison >=3y",
        (),
    ),
    (
        "kann in den Fällen der Absätze 1 und 2 Nummer 1 bis 5 mit einer Geldbuße bis zu hunderttausend "
        "Euro und in den Fällen des Absatzes 2 Nummer 6 mit einer Geldbuße bis zu zwanzigtausend Euro "
        "geahndet werden",
        '["a"] fine <=100000 EUR ; ["b"] fine <=20000 EUR',
        (),
    ),
    (
        "Die Ordnungswidrigkeit kann bei Vorsatz mit einer Geldbuße bis zu 50 000 Euro und bei "
        "Fahrlässigkeit mit einer Geldbuße bis zu 25 000 Euro geahndet werden",
        '["a"] fine <=50000 EUR ; ["b"] fine <=25000 EUR',
        (),
    ),
    (
        "Freiheitsstrafe bis zu fünf Jahren, im Falle der Nummer 3 Freiheitsstrafe von sechs Monaten bis "
        "zu zehn Jahren",
        'prison <=5y ; ["a"] prison 6mo..10y',
        (),
    ),
    (
        "kann mit Geldbuße bis zu einer Million Euro, gegen juristische Personen bis zu zehn Millionen "
        "Euro, geahndet werden",
        "fine <=1000000 EUR ; [legal] fine <=10000000 EUR",
        (),
    ),
    (
        "ist die Strafe lebenslange Freiheitsstrafe",
        "life",
        (),
    ),
    (
        "mit Freiheitsstrafe nicht unter sechs Monaten bestraft, soweit die Tat nicht mit schwererer "
        "Strafe bedroht ist",
        "prison >=6mo",
        (),
    ),
    (
        "hat der Täter leichtfertig gehandelt, so ist die Strafe Freiheitsstrafe bis zu einem Jahr oder "
        "Geldstrafe",
        '["l"] prison <=1y | fine',
        (),
    ),
    (
        "wird die Tat fahrlässig begangen, mit Freiheitsstrafe bis zu einem Jahr oder mit Geldstrafe",
        '["f"] prison <=1y | fine',
        (),
    ),
    (
        "mit Geldbuße bis zum Zehnfachen der verkürzten Steuer geahndet",
        "fine <=x10 tax",
        (),
    ),
]

# Clauses with something that the notation or the grammar does not hold: what is read all the same, and what is quoted.
PARTIAL = [
    ("mit der gleichen Strafe bestraft", "unknown", "mit"),
    ("keine Freiheitsstrafe bis zu einem Jahr", "prison <=1y", "keine"),
    (
        "Ein Tagessatz wird auf mindestens einen und höchstens dreißigtausend Euro festgesetzt",
        None,
        "Ein Tagessatz",
    ),
    ("mit Freiheitsstrafe bis zu einem Jahr und Prügel bestraft", "prison <=1y", "Prügel"),
    ("in den Fällen des Absatzes 1 keine Freiheitsstrafe bis zu einem Jahr", None, "keine"),
    ("in minder schweren Fällen keine Freiheitsstrafe", "[lesser_case] prison", "keine"),
    ("Einziehung nicht der Tatmittel", "confiscation", "nicht"),
    ("mit Freiheitsstrafe bis zu fünf Monden bestraft", "prison", "Monden"),
]

PLAIN = [
    "mit Freiheitsstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft",
    "mit lebenslanger Freiheitsstrafe oder mit Freiheitsstrafe nicht unter zehn Jahren bestraft",
    "kann mit einer Geldbuße bis zu zehntausend Euro geahndet werden",
]


@pytest.mark.parametrize(("clause", "permits", "codes"), CLAUSES)
def test_clause(clause, permits, codes):
    """Each clause is read whole, into what it permits, with its ambiguities."""
    parsed = parse_sanction(clause, lang="de", jurisdiction="DE")

    assert parsed.sanction.normal_form() == Sanction.read(permits).normal_form()
    assert tuple(doubt.code for doubt in parsed.ambiguities) == codes
    assert parsed.complete


@pytest.mark.parametrize(("clause", "permits", "quoted"), PARTIAL)
def test_what_is_not_understood_is_quoted(clause, permits, quoted):
    """What the grammar does not know stands in ``unparsed``."""
    parsed = parse_sanction(clause, lang="de")

    assert any(quoted in piece.text for piece in parsed.unparsed)
    assert not parsed.complete
    if permits is not None:
        assert str(parsed.sanction) == permits


@pytest.mark.parametrize("clause", PLAIN)
def test_a_foreign_word_is_never_passed_over(clause):
    """Wherever an unknown word stands among penalties, the reading is not complete."""
    words = clause.split()
    for at in range(len(words) + 1):
        assert not parse_sanction(" ".join([*words[:at], "xyzzy", *words[at:]]), lang="de").complete


@pytest.mark.parametrize("clause", PLAIN)
def test_a_number_is_never_passed_over(clause):
    """Another number somewhere either changes the reading or makes it incomplete."""
    words = clause.split()
    before = parse_sanction(clause, lang="de").sanction
    for at in range(len(words) + 1):
        parsed = parse_sanction(" ".join([*words[:at], "7", *words[at:]]), lang="de")
        assert not parsed.complete or parsed.sanction != before


def test_late_condition_names_both_readings():
    """A condition behind the verb is no label, or a case: both readings are told."""
    (doubt,) = parse_sanction(
        "mit Freiheitsstrafe bis zu einem Jahr bestraft, wenn der Täter eine Waffe führt", lang="de"
    ).ambiguities

    assert [str(reading) for reading in doubt.readings] == [
        "prison <=1y",
        '["wenn der Täter eine Waffe führt"] prison <=1y',
    ]


def test_gravity_behind_a_case_names_both_readings():
    """'In minder schweren Fällen' behind a case may be of that case alone."""
    (doubt,) = parse_sanction(
        "in den Fällen des Absatzes 1 mit Freiheitsstrafe, in minder schweren Fällen mit Geldstrafe",
        lang="de",
    ).ambiguities

    assert doubt.code == "track_scope"
    assert str(doubt.readings[1]).endswith('["Absatzes 1", lesser_case] fine')

"""French clauses in the style of the Code pénal and of federal acts of Canada, read by hand."""

import pytest

from lawtrack import Sanction, parse_sanction

# Clause, what it permits, and the ambiguities to be told.
FRANCE = [
    (
        "est puni de 750 euros d'amende. En cas de récidive, l'amende est portée à 1 500 euros.",
        "fine <=750 EUR ; [subsequent] fine <=1500 EUR",
        ("bare_amount",),
    ),
    (
        "est puni de deux ans d'emprisonnement. Lorsque la victime est mineure, l'emprisonnement est porté à cinq ans.",
        'prison <=2y ; ["mineure"] prison <=5y',
        ("bare_amount",),
    ),
    ("est puni d'une amende du double au quintuple de la valeur des biens", "fine x2..x5 value", ()),
    (
        "encourt l'interdiction pour une durée de cinq ans d'exercer la profession de courtier.",
        "disqualification =5y",
        (),
    ),
    (
        "sont punies de trois ans d'emprisonnement et de 45 000 € d'amende et celles prévues au second alinéa du même article sont punies de cinq ans d'emprisonnement et de 75 000 € d'amende.",
        'prison <=3y & fine <=45000 EUR ; ["celles"] prison <=5y & fine <=75000 EUR',
        ("bare_amount",),
    ),
    (
        "est puni de dix ans d'emprisonnement et de 150 000 euros d'amende et l'infraction prévue par l'article 413-6 de cinq ans d'emprisonnement et de 75 000 euros d'amende.",
        'prison <=10y & fine <=150000 EUR ; ["413-6"] prison <=5y & fine <=75000 EUR',
        ("bare_amount",),
    ),
    (
        "est puni de trois ans d'emprisonnement et de 45 000 euros d'amende, même si la tentative est restée sans effet.",
        "prison <=3y & fine <=45000 EUR",
        ("bare_amount",),
    ),
    (
        "est puni d'un an d'emprisonnement et de 15 000 euros d'amende.",
        "prison <=1y & fine <=15000 EUR",
        ("bare_amount",),
    ),
    (
        "est puni de six mois d'emprisonnement ou de 7 500 € d'amende",
        "prison <=6mo | fine <=7500 EUR",
        ("bare_amount",),
    ),
    ("est punie de la réclusion criminelle à perpétuité lorsqu'elle est précédée de tortures.", "life", ()),
    (
        "sont punis de quinze ans de réclusion criminelle et de 225 000 euros d'amende lorsqu'ils sont commis en bande organisée.",
        "prison <=15y & fine <=225000 EUR",
        ("bare_amount",),
    ),
    (
        "est puni de trente ans de détention criminelle et de 450 000 € d'amende.",
        "prison <=30y & fine <=450000 EUR",
        ("bare_amount",),
    ),
    (
        "La peine est portée à sept ans d'emprisonnement et à 100 000 euros d'amende lorsque l'auteur est dépositaire de l'autorité publique.",
        "prison <=7y & fine <=100000 EUR",
        ("bare_amount",),
    ),
    (
        "est puni de trois ans d'emprisonnement et de 45 000 euros d'amende. Les peines sont portées à cinq ans d'emprisonnement et à 75 000 euros d'amende lorsque les faits sont commis en réunion.",
        'prison <=3y & fine <=45000 EUR ; ["réunion"] prison <=5y & fine <=75000 EUR',
        ("bare_amount",),
    ),
    (
        "est puni de deux ans d'emprisonnement et de 30 000 euros d'amende ou de l'une de ces deux peines seulement.",
        "prison <=2y |& fine <=30000 EUR",
        ("bare_amount",),
    ),
    ("est puni d'une amende de 3 750 euros.", "fine <=3750 EUR", ("bare_amount",)),
    ("est puni de 1 500 000 € d'amende.", "fine <=1500000 EUR", ("bare_amount",)),
    ("est puni de dix années de réclusion criminelle.", "prison <=10y", ("bare_amount",)),
    ("est puni des mêmes peines.", "base", ()),
    ("est puni des peines prévues à l'article 441-1.", "base", ()),
    (
        "est puni de l'amende prévue pour les contraventions de la 3e classe.",
        'fine <=ref("contraventions de la 3e classe")',
        (),
    ),
    (
        "est puni de cinq ans d'emprisonnement et de 75 000 euros d'amende, avec interdiction d'exercer une fonction publique pour une durée de cinq ans au plus.",
        "prison <=5y & fine <=75000 EUR & disqualification <=5y",
        ("bare_amount",),
    ),
    (
        "est puni de 3 750 euros d'amende et de la peine complémentaire de suspension du permis de conduire pour une durée de trois ans au plus.",
        "fine <=3750 EUR + suspension <=3y!",
        ("bare_amount",),
    ),
    (
        "encourent également la peine complémentaire de confiscation de la chose qui a servi à commettre l'infraction.",
        "confiscation",
        (),
    ),
    (
        "encourt également l'interdiction, à titre définitif, d'exercer une profession commerciale.",
        "disqualification life",
        (),
    ),
    (
        "est puni de sept ans d'emprisonnement et d'une amende de 750 000 euros, ce montant pouvant être porté au quintuple du produit de l'infraction.",
        "prison <=7y & fine <=max(750000 EUR, x5 gain)",
        ("bare_amount",),
    ),
    (
        "est puni d'une amende dont le montant peut être porté à la moitié de la valeur des biens blanchis",
        "fine <=x1/2 value",
        (),
    ),
    (
        "puni de deux ans d'emprisonnement et de 60 000 euros d'amende le fait, par un assureur, de refuser une garantie.",
        "prison <=2y & fine <=60000 EUR",
        ("bare_amount",),
    ),
    (
        "est punie de trois ans d'emprisonnement et de 45 000 euros d'amende la menace de mort faite à un élu.",
        "prison <=3y & fine <=45000 EUR",
        ("bare_amount",),
    ),
    ("est puni de cinq mille francs d'amende.", "fine <=5000 FRF", ("bare_amount",)),
    (
        "est puni de deux mois à deux ans d'emprisonnement et de 500 F à 20 000 F d'amende.",
        "prison 2mo..2y & fine 500..20000 FRF",
        (),
    ),
    ("est puni de soixante-quinze jours d'emprisonnement", "prison <=75d", ("bare_amount",)),
    (
        "est puni de quatre-vingt-dix mille euros d'amende et de dix-huit mois d'emprisonnement.",
        "fine <=90000 EUR & prison <=18mo",
        ("bare_amount",),
    ),
    (
        "est puni, en cas de récidive, de deux ans d'emprisonnement et de 30 000 euros d'amende.",
        "[subsequent] prison <=2y & fine <=30000 EUR",
        ("bare_amount",),
    ),
    (
        "est puni de 1 500 euros d'amende. En cas de récidive, l'amende est portée à 3 000 euros.",
        "fine <=1500 EUR ; [subsequent] fine <=3000 EUR",
        ("bare_amount",),
    ),
    (
        "est puni d'un emprisonnement de six mois et d'une amende de 7 500 euros.",
        "prison <=6mo & fine <=7500 EUR",
        ("bare_amount",),
    ),
    (
        "est puni d'un emprisonnement de deux à cinq ans et d'une amende de 360 à 6 000 F",
        "prison 2..5y & fine 360..6000 FRF",
        (),
    ),
    (
        "est puni de six mois d'emprisonnement et de 10 % du chiffre d'affaires d'amende",
        "prison <=6mo & fine <=10% turnover",
        ("bare_amount",),
    ),
    (
        "encourt un travail d'intérêt général de vingt à deux cent dix heures.",
        "community_service 20..210h",
        (),
    ),
    (
        "encourent l'interdiction du territoire français pour une durée de dix ans au plus.",
        "expulsion <=10y",
        (),
    ),
]

# Clause, what it permits, and the ambiguities to be told.
CANADA = [
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire, une amende maximale de cinq mille dollars ou un emprisonnement maximal de six mois, ou les deux.",
        "[summary] fine <=5000 CAD |& prison <=6mo",
        (),
    ),
    (
        "est passible, sur déclaration de culpabilité par procédure sommaire, pour une première infraction, d'une amende maximale de 500 $ et, pour une infraction subséquente, d'une amende maximale de 1 000 $ et d'un emprisonnement maximal de trois mois, ou de l'une de ces peines.",
        "[summary, first] fine <=500 CAD ; [summary, subsequent] fine <=1000 CAD |& prison <=3mo",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par mise en accusation : a) s'il s'agit d'une personne physique, une amende d'au moins 15 000 $ et d'au plus 1 000 000 $ et un emprisonnement maximal de trois ans, ou l'une de ces peines; b) s'il s'agit d'une personne morale, une amende d'au moins 500 000 $ et d'au plus 6 000 000 $.",
        "[indictment, natural] fine 15000..1000000 CAD |& prison <=3y ; [indictment, legal] fine 500000..6000000 CAD",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité : a) par mise en accusation : (i) pour une première infraction, une amende maximale de 100 000 $ et un emprisonnement maximal d'un an, ou l'une de ces peines, (ii) en cas de récidive, une amende maximale de 200 000 $ et un emprisonnement maximal de deux ans, ou l'une de ces peines; b) par procédure sommaire, une amende maximale de 20 000 $.",
        "[indictment, first] fine <=100000 CAD |& prison <=1y ; [indictment, subsequent] fine <=200000 CAD |& prison <=2y ; [summary] fine <=20000 CAD",
        (),
    ),
    ("passible, en cas de déclaration de culpabilité, d'une amende d'au plus 200 $.", "fine <=200 CAD", ()),
    (
        "encourt, outre l'amende prévue au paragraphe (1), un emprisonnement maximal de deux ans.",
        "prison <=2y",
        (),
    ),
    ("encourt une amende maximale de 100 $ à l'égard de chaque document.", "fine <=100 CAD /document", ()),
    ("encourt une amende de 50 $ pour chaque animal en cause.", "fine =50 CAD /animal", ()),
    ("passible d'une amende d'au plus mille dollars et d'au moins cent dollars.", "fine 100..1000 CAD", ()),
    (
        "est coupable d'un acte criminel et passible d'un emprisonnement à perpétuité.",
        "[indictment] life",
        (),
    ),
    (
        "encourt un emprisonnement à perpétuité et une amende dont le montant est fixé par le tribunal.",
        "life & fine unlimited",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire, une amende maximale de 10 000 $ pour une première infraction et une amende maximale de 25 000 $ en cas de récidive.",
        "[summary, first] fine <=10000 CAD ; [summary, subsequent] fine <=25000 CAD",
        (),
    ),
    ("encourt une pénalité de 1 000 $ par violation.", "fine =1000 CAD /violation", ()),
    (
        "encourt, s'il s'agit d'un organisme, une amende maximale de deux cent cinquante mille dollars, et, s'il s'agit d'un particulier, une amende maximale de vingt-cinq mille dollars et un emprisonnement maximal de deux ans, ou l'une de ces peines.",
        "[legal] fine <=250000 CAD ; [natural] fine <=25000 CAD |& prison <=2y",
        (),
    ),
    (
        "commet une infraction et encourt, sur déclaration de culpabilité, une amende maximale de 400 $.",
        "fine <=400 CAD",
        (),
    ),
    (
        "encourt une amende maximale de 5 000 $ et un emprisonnement maximal de six mois ou l’une de ces peines en cas de récidive.",
        "[subsequent] fine <=5000 CAD |& prison <=6mo",
        (),
    ),
    (
        "encourt une amende ne pouvant dépasser cinquante mille dollars et un emprisonnement ne pouvant dépasser deux ans, ou l'une ou l'autre de ces peines.",
        "fine <=50000 CAD |& prison <=2y",
        (),
    ),
    ("encourt une amende dont le maximum est de 5 000 $.", "fine <=5000 CAD", ()),
    (
        "encourt une amende et un emprisonnement maximal de cinq ans, ou l'une de ces peines.",
        "fine |& prison <=5y",
        (),
    ),
    (
        "encourt, dans le cas d'un exploitant, une amende maximale de 5 000 $ et, dans le cas d'une personne morale, une amende maximale de 50 000 $.",
        '["exploitant"] fine <=5000 CAD ; [legal] fine <=50000 CAD',
        (),
    ),
    (
        "encourt une amende maximale de 5 000 $, dans le cas d'un exploitant, et de 50 000 $, dans le cas d'une personne morale.",
        '["exploitant"] fine <=5000 CAD ; [legal] fine <=50000 CAD',
        (),
    ),
    (
        "encourt : a) dans le cas d'une personne physique : (i) si elle agit sciemment, une amende maximale de 5 000 $, (ii) dans les autres cas, une amende maximale de 500 $; b) dans le cas d'une personne morale, une amende maximale de 50 000 $.",
        '[natural, "sciemment"] fine <=5000 CAD ; [natural, other] fine <=500 CAD ; [legal] fine <=50000 CAD',
        (),
    ),
    (
        "est coupable d'une infraction punissable sur déclaration de culpabilité par procédure sommaire.",
        "[summary] base",
        (),
    ),
    (
        "est coupable d'un acte criminel et encourt un emprisonnement maximal de deux ans.",
        "[indictment] prison <=2y",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par mise en accusation, un emprisonnement maximal de cinq ans et, par procédure sommaire, un emprisonnement maximal de six mois et une amende maximale de 2 000 $, ou l'une de ces peines.",
        "[indictment] prison <=5y ; [summary] prison <=6mo |& fine <=2000 CAD",
        (),
    ),
    (
        "passible, sur déclaration sommaire de culpabilité, d'une amende de deux cents dollars au plus et d'un emprisonnement de trois mois au plus, ou de l'une de ces peines.",
        "[summary] fine <=200 CAD |& prison <=3mo",
        (),
    ),
    (
        "encourt une amende maximale de mille dollars et/ou un emprisonnement maximal de trente jours.",
        "fine <=1000 CAD |& prison <=30d",
        (),
    ),
    ("encourt, sous réserve du paragraphe (2), une amende maximale de 5 000 $.", "fine <=5000 CAD", ()),
    ("encourt une amende maximale de cent dollars pour chaque jour de retard.", "fine <=100 CAD /d", ()),
    (
        "passible, lors d'une première infraction, d'une amende de 50 $ et, lors d'une récidive, d'un emprisonnement de dix jours.",
        "[first] fine =50 CAD ; [subsequent] prison =10d",
        (),
    ),
    (
        "encourt une amende d'au plus deux mille dollars, un emprisonnement d'au plus un an, ou les deux.",
        "fine <=2000 CAD |& prison <=1y",
        (),
    ),
    (
        "encourt une amende de 100 $, un emprisonnement de dix jours et la confiscation de l'arme.",
        "fine =100 CAD & prison =10d & confiscation",
        (),
    ),
    (
        "encourt une amende d'au plus 100 $, un emprisonnement d'au plus dix jours ou une peine moindre.",
        "fine <=100 CAD | prison <=10d | lesser",
        (),
    ),
    (
        "encourt, pour une première infraction, une amende de 100 $ ou un emprisonnement de dix jours ou les deux peines et, en cas de récidive, une amende de 200 $ ou un emprisonnement de vingt jours ou les deux peines.",
        "[first] fine =100 CAD |& prison =10d ; [subsequent] fine =200 CAD |& prison =20d",
        (),
    ),
    (
        "encourt : a) dans le cas d'un particulier, une amende maximale de 1 000 $ ou un emprisonnement maximal de trois mois, ou les deux; b) dans le cas d'une société, une amende maximale de 10 000 $.",
        "[natural] fine <=1000 CAD |& prison <=3mo ; [legal] fine <=10000 CAD",
        (),
    ),
    (
        "encourt une amende maximale de trois mille dollars et, pour chaque jour additionnel, une amende de cent dollars.",
        "fine <=3000 CAD & fine =100 CAD /d",
        (),
    ),
    (
        "encourt : a) par mise en accusation, une amende maximale de 5 000 000 $ et un emprisonnement maximal de cinq ans, ou l'une de ces peines, pour la première infraction, et une amende maximale de 10 000 000 $ et un emprisonnement maximal de cinq ans, ou l'une de ces peines, pour chaque récidive; b) par procédure sommaire, une amende maximale de 250 000 $.",
        "[indictment, first] fine <=5000000 CAD |& prison <=5y ; [indictment, subsequent] fine <=10000000 CAD |& prison <=5y ; [summary] fine <=250000 CAD",
        (),
    ),
    (
        "est coupable d'un acte criminel et passible d'un emprisonnement maximal de dix ans.",
        "[indictment] prison <=10y",
        (),
    ),
    ("est coupable d'un acte criminel passible de l'emprisonnement à perpétuité.", "[indictment] life", ()),
    (
        "est coupable : a) soit d'un acte criminel et passible d'un emprisonnement maximal de cinq ans; b) soit d'une infraction punissable sur déclaration de culpabilité par procédure sommaire.",
        "[indictment] prison <=5y ; [summary] base",
        (),
    ),
    (
        "est coupable : a) soit d'un acte criminel et passible d'un emprisonnement maximal de quatorze ans; b) soit d'une infraction punissable sur déclaration de culpabilité par procédure sommaire et passible d'un emprisonnement maximal de deux ans moins un jour.",
        "[indictment] prison <=14y ; [summary] prison <2y",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par mise en accusation, une amende maximale de 1 000 000 $ et un emprisonnement maximal de trois ans, ou l'une de ces peines.",
        "[indictment] fine <=1000000 CAD |& prison <=3y",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire, une amende maximale de 100 000 $.",
        "[summary] fine <=100000 CAD",
        (),
    ),
    (
        "commet une infraction et encourt, sur déclaration de culpabilité par procédure sommaire, une amende maximale de cinq mille dollars et un emprisonnement maximal de six mois, ou l'une de ces peines.",
        "[summary] fine <=5000 CAD |& prison <=6mo",
        (),
    ),
    (
        "passible : a) sur déclaration de culpabilité par mise en accusation, d'une amende maximale de 300 000 $ et d'un emprisonnement maximal de trois ans, ou de l'une de ces peines; b) sur déclaration de culpabilité par procédure sommaire, d'une amende maximale de 50 000 $ et d'un emprisonnement maximal de dix-huit mois, ou de l'une de ces peines.",
        "[indictment] fine <=300000 CAD |& prison <=3y ; [summary] fine <=50000 CAD |& prison <=18mo",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité : a) par mise en accusation, une amende dont le montant est fixé par le tribunal et un emprisonnement maximal de cinq ans, ou l'une de ces peines; b) par procédure sommaire, une amende maximale de 250 000 $ et un emprisonnement maximal de dix-huit mois, ou l'une de ces peines.",
        "[indictment] fine unlimited |& prison <=5y ; [summary] fine <=250000 CAD |& prison <=18mo",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire : a) s'il s'agit d'une personne physique, une amende maximale de 10 000 $ pour une première infraction et de 20 000 $ pour toute récidive; b) s'il s'agit d'une personne morale, une amende maximale de 50 000 $ pour une première infraction et de 100 000 $ pour toute récidive.",
        "[summary, natural, first] fine <=10000 CAD ; [summary, natural, subsequent] fine <=20000 CAD ; [summary, legal, first] fine <=50000 CAD ; [summary, legal, subsequent] fine <=100000 CAD",
        (),
    ),
    (
        "passible d'un emprisonnement maximal de deux ans, ou d'une amende maximale de mille dollars, ou des deux peines à la fois.",
        "prison <=2y |& fine <=1000 CAD",
        (),
    ),
    (
        "passible d'une amende d'au plus cinq cents dollars ou d'un emprisonnement d'au plus six mois, ou à la fois de l'amende et de l'emprisonnement.",
        "fine <=500 CAD |& prison <=6mo",
        (),
    ),
    (
        "passible d'une amende d'au moins 200 $ et d'au plus 1 000 $, ou d'un emprisonnement d'au moins un mois et d'au plus un an, ou des deux peines.",
        "fine 200..1000 CAD |& prison 1mo..1y",
        (),
    ),
    ("encourt une amende maximale de 25 000 $ par jour.", "fine <=25000 CAD /d", ()),
    (
        "encourt une amende de cinquante dollars pour chaque jour que dure la contravention.",
        "fine =50 CAD /d",
        (),
    ),
    (
        "encourt, pour une première infraction, une amende d'au moins 1 000 $ et, en cas de récidive, un emprisonnement d'au moins trente jours.",
        "[first] fine >=1000 CAD ; [subsequent] prison >=30d",
        (),
    ),
    (
        "encourt : a) pour une première infraction, une amende minimale de mille dollars; b) pour une deuxième infraction, un emprisonnement minimal de trente jours; c) pour chaque récidive, un emprisonnement minimal de cent vingt jours.",
        "[first] fine >=1000 CAD ; [second] prison >=30d ; [subsequent] prison >=120d",
        (),
    ),
    (
        "encourt un emprisonnement maximal de cinq ans, la peine minimale étant de un an",
        "prison 1..5y",
        (),
    ),
    (
        "passible d'un emprisonnement maximal de quatorze ans, la peine minimale étant de quatre ans.",
        "prison 4..14y",
        (),
    ),
    (
        "passible, sur déclaration de culpabilité par procédure sommaire, d'une amende maximale de 5 000 $ et, à défaut de paiement, d'un emprisonnement maximal de trois mois.",
        "[summary] fine <=5000 CAD + default_prison <=3mo?",
        (),
    ),
    (
        "encourt une amende maximale de 2 000 $ et, faute de paiement de l'amende, un emprisonnement maximal de deux mois.",
        "fine <=2000 CAD + default_prison <=2mo?",
        (),
    ),
    (
        "passible soit d'une amende de cent à cinq cents dollars, soit d'un emprisonnement de trois mois, soit des deux peines.",
        "fine 100..500 CAD |& prison =3mo",
        (),
    ),
    (
        "encourt une amende ne dépassant pas trois mille dollars ou un emprisonnement ne dépassant pas neuf mois.",
        "fine <=3000 CAD | prison <=9mo",
        (),
    ),
    (
        "encourt une pénalité maximale de 15 000 $ dans le cas d'un particulier, et de 30 000 $ dans le cas d'une personne morale.",
        "[natural] fine <=15000 CAD ; [legal] fine <=30000 CAD",
        (),
    ),
    (
        "encourt, dans le cas d'une personne physique, une amende maximale de 4 000 $ et, dans le cas d'une personne morale, une amende maximale de 20 000 $.",
        "[natural] fine <=4000 CAD ; [legal] fine <=20000 CAD",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par mise en accusation, une amende maximale de cinq millions de dollars ou correspondant au triple du profit tiré de l'infraction, selon le montant le plus élevé, et un emprisonnement maximal de cinq ans, ou l'une de ces peines.",
        "[indictment] fine <=max(5000000 CAD, x3 gain) |& prison <=5y",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire et en sus de toute autre peine, une amende de 100 $ par jour.",
        "[summary] fine =100 CAD /d",
        (),
    ),
    (
        "passible d'une amende n'excédant pas vingt dollars et des dépens, ou d'un emprisonnement n'excédant pas un mois, avec ou sans travaux forcés.",
        "fine <=20 CAD & costs | prison <=1mo",
        (),
    ),
    ("est passible de l'emprisonnement à perpétuité ou d'une peine moindre.", "life | lesser", ()),
    ("encourt un emprisonnement de moins de deux ans ou une peine moindre.", "prison <2y | lesser", ()),
    (
        "encourt une amende de 2 000 $ à 5 000 $ et, en cas de récidive, de 4 000 $ à 10 000 $.",
        "[first] fine 2000..5000 CAD ; [subsequent] fine 4000..10000 CAD",
        (),
    ),
    ("encourt une amende maximale de trois cent soixante-quinze dollars.", "fine <=375 CAD", ()),
    ("encourt une amende égale au double de la valeur des marchandises.", "fine =x2 value", ()),
    ("passible d'une amende équivalant à deux fois la valeur de l'objet.", "fine =x2 value", ()),
    ("passible d'un emprisonnement de deux ans et six mois", "prison =30mo", ()),
    ("encourt une amende entre cent et mille dollars", "fine 100..1000 CAD", ()),
    (
        "encourt un emprisonnement maximal de cinq ans et une interdiction de posséder des animaux.",
        "prison <=5y & disqualification",
        (),
    ),
    (
        "encourt une amende maximale de 50 000 $ et, en cas de récidive, une amende maximale de 100 000 $.",
        "[first] fine <=50000 CAD ; [subsequent] fine <=100000 CAD",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par mise en accusation, un emprisonnement maximal de deux ans.",
        "[indictment] prison <=2y",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité : a) par procédure sommaire, dans le cas d'une personne physique, une amende maximale de 25 000 $ et un emprisonnement maximal de douze mois, ou l'une de ces peines, et, dans le cas d'une personne morale, une amende maximale de 100 000 $; b) par mise en accusation, dans le cas d'une personne physique, une amende maximale de 100 000 $ et un emprisonnement maximal de deux ans, ou l'une de ces peines, et, dans le cas d'une personne morale, une amende maximale de 500 000 $.",
        "[summary, natural] fine <=25000 CAD |& prison <=12mo ; [summary, legal] fine <=100000 CAD ; [indictment, natural] fine <=100000 CAD |& prison <=2y ; [indictment, legal] fine <=500000 CAD",
        (),
    ),
    (
        "encourt : a) s'il s'agit d'un individu : (i) pour une première infraction, une amende d'au moins 5 000 $ et d'au plus 300 000 $, (ii) en cas de récidive, une amende d'au moins 10 000 $ et d'au plus 600 000 $; b) s'il s'agit d'une organisation, une amende maximale de 1 000 000 $.",
        "[natural, first] fine 5000..300000 CAD ; [natural, subsequent] fine 10000..600000 CAD ; [legal] fine <=1000000 CAD",
        (),
    ),
    ("encourt une amende d'un montant maximal de 500 000 $.", "fine <=500000 CAD", ()),
    (
        "encourt une amende de cinq mille dollars au plus et un emprisonnement de six mois au plus, ou l'une de ces deux peines.",
        "fine <=5000 CAD |& prison <=6mo",
        (),
    ),
    (
        "passible d'une amende maximale de cinquante dollars et d'un emprisonnement maximal d'un mois, avec ou sans travaux forcés, ou de l'une de ces peines.",
        "fine <=50 CAD |& prison <=1mo",
        (),
    ),
    (
        "encourt un emprisonnement maximal de trois mois ou une amende maximale de 100 $, ou les deux.",
        "prison <=3mo |& fine <=100 CAD",
        (),
    ),
    (
        "passible d'une amende de mille dollars et, à défaut de paiement immédiat de l'amende et des frais, d'un emprisonnement de trois mois.",
        "fine =1000 CAD + default_prison =3mo?",
        (),
    ),
    (
        "passible de l'emprisonnement à perpétuité, la peine minimale étant de dix ans.",
        "prison 10y..life",
        (),
    ),
    (
        "encourt, pour chaque jour au cours duquel se continue l'infraction, une amende maximale de 10 000 $.",
        "fine <=10000 CAD /d",
        (),
    ),
    (
        "encourt une amende qui ne peut excéder 1 000 $ et un emprisonnement d'une durée maximale de six mois, ou l'une de ces peines.",
        "fine <=1000 CAD |& prison <=6mo",
        (),
    ),
    ("encourt un maximum de cinq ans d'emprisonnement.", "prison <=5y", ()),
    (
        "passible d'une amende maximale, dans le cas d'une personne physique, de 5 000 $ et, dans le cas d'une personne morale, de 25 000 $.",
        "[natural] fine <=5000 CAD ; [legal] fine <=25000 CAD",
        (),
    ),
    (
        "encourt, par procédure sommaire : a) pour une première infraction, une amende maximale de 5 000 $ et un emprisonnement maximal de six mois, ou l'une de ces peines; b) en cas de récidive, une amende maximale de 10 000 $ et un emprisonnement maximal d'un an, ou l'une de ces peines.",
        "[summary, first] fine <=5000 CAD |& prison <=6mo ; [summary, subsequent] fine <=10000 CAD |& prison <=1y",
        (),
    ),
    (
        "passible : a) soit d'une amende maximale de 500 $; b) soit d'un emprisonnement maximal de six mois; c) soit des deux peines.",
        "fine <=500 CAD |& prison <=6mo",
        (),
    ),
    (
        "passible d'une amende d'au moins cinquante dollars et d'au plus cent dollars, pour une première infraction, et d'au moins cent dollars et d'au plus deux cents dollars, en cas de récidive.",
        "[first] fine 50..100 CAD ; [subsequent] fine 100..200 CAD",
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire, une amende maximale de 5 000 $, dans le cas d'une personne physique, et de 50 000 $, dans le cas d'une personne morale.",
        "[summary, natural] fine <=5000 CAD ; [summary, legal] fine <=50000 CAD",
        (),
    ),
    (
        "encourt, s'il est un particulier, une amende maximale de 10 000 $ ou, s'il est une personne morale, une amende maximale de 50 000 $.",
        "[natural] fine <=10000 CAD ; [legal] fine <=50000 CAD",
        (),
    ),
    (
        "encourt une amende de vingt-cinq à trois cent cinquante dollars et, à défaut de paiement, un emprisonnement de un à six mois.",
        "fine 25..350 CAD + default_prison 1..6mo?",
        (),
    ),
    (
        "encourt un emprisonnement maximal de dix ans et une amende dont le montant est laissé à la discrétion du tribunal, ou l'une de ces peines.",
        "prison <=10y |& fine unlimited",
        (),
    ),
    (
        "est coupable d'un acte criminel et passible : a) dans le cas d'une première infraction, d'un emprisonnement minimal d'un an et maximal de dix ans; b) en cas de récidive, d'un emprisonnement minimal de trois ans et maximal de quatorze ans.",
        "[indictment, first] prison 1..10y ; [indictment, subsequent] prison 3..14y",
        (),
    ),
    (
        "encourt : a) par mise en accusation, un emprisonnement maximal de cinq ans, si l'infraction a causé des blessures; b) par mise en accusation, un emprisonnement maximal de deux ans, dans les autres cas.",
        '[indictment, "blessures"] prison <=5y ; [indictment, other] prison <=2y',
        (),
    ),
    (
        "encourt, sur déclaration de culpabilité par procédure sommaire, une amende maximale de 2 000 $ et un emprisonnement maximal de six mois, ou l'une de ces peines, pour chacune des infractions.",
        "[summary] fine <=2000 CAD |& prison <=6mo",
        (),
    ),
    (
        "encourt une amende maximale de cent mille dollars, ou le double de la valeur des biens si ce montant est plus élevé.",
        "fine <=max(100000 CAD, x2 value)",
        (),
    ),
    ("est passible d'une amende de 1,5 million de dollars", "fine =1500000 CAD", ()),
    (
        "encourt, sur déclaration de culpabilité par mise en accusation ou par procédure sommaire, une amende maximale de 1 000 $.",
        "[indictment/summary] fine <=1000 CAD",
        (),
    ),
    (
        "est passible d'une amende d’au plus 500 $ ou d’un emprisonnement d’au plus trente jours ou des deux peines à la fois",
        "fine <=500 CAD |& prison <=30d",
        (),
    ),
    (
        "encourt un emprisonnement maximal de deux ans moins un jour et une amende maximale de 5 000 $, ou l’une de ces peines.",
        "prison <2y |& fine <=5000 CAD",
        (),
    ),
    ("encourt les peines prévues à l'article 42.", "base", ()),
    (
        "encourt, pour une deuxième infraction, une amende maximale de 300 $ et, pour une troisième infraction ou toute infraction subséquente, un emprisonnement maximal d'un an.",
        "[second] fine <=300 CAD ; [third/subsequent] prison <=1y",
        (),
    ),
]

# Country, clause, and what of it is understood.
OPEN = [
    (
        "CA",
        "encourt les peines suivantes : a) une amende maximale de 500 $; b) un emprisonnement maximal de six mois.",
        "fine <=500 CAD & prison <=6mo",
    ),
    (
        "CA",
        "encourt, à la première infraction, une amende de 50 $ et, à la deuxième, une amende de 100 $.",
        "[first] fine =50 CAD & fine =100 CAD",
    ),
    ("CA", "encourt une amende maximale de 500 $ par animal.", "fine <=500 CAD"),
    ("CA", "encourt une amende maximale de 10 000 $ assortie d'un suivi mystérieux.", "fine <=10000 CAD"),
]


def check(clause, country, notation, codes):
    parsed = parse_sanction(clause, lang="fr", jurisdiction=country)

    assert parsed.sanction.normal_form() == Sanction.read(notation).normal_form(), str(parsed)
    assert tuple(doubt.code for doubt in parsed.ambiguities) == codes
    assert parsed.complete


@pytest.mark.parametrize(("clause", "notation", "codes"), FRANCE)
def test_france(clause, notation, codes):
    """Clauses in the manner of France permit what a reader finds in them."""
    check(clause, "FR", notation, codes)


@pytest.mark.parametrize(("clause", "notation", "codes"), CANADA)
def test_canada(clause, notation, codes):
    """Clauses in the manner of Canada permit what a reader finds in them."""
    check(clause, "CA", notation, codes)


@pytest.mark.parametrize(("country", "clause", "notation"), OPEN)
def test_what_is_not_understood_is_quoted(country, clause, notation):
    """Words that the grammar does not know make the reading incomplete and are quoted."""
    parsed = parse_sanction(clause, lang="fr", jurisdiction=country)

    assert parsed.sanction.normal_form() == Sanction.read(notation).normal_form()
    assert not parsed.complete
    assert all(words.text in clause for words in parsed.unparsed)


def test_a_bare_amount_is_a_maximum_in_france_alone():
    """France drafts maxima without a sign; the other reading is told. Elsewhere the amount is exact."""
    clause = "est puni d'une amende de 500 euros"
    france = parse_sanction(clause, lang="fr", jurisdiction="FR")
    elsewhere = parse_sanction(clause, lang="fr", jurisdiction="CA")

    assert str(france.sanction) == "fine <=500 EUR"
    assert [str(reading) for reading in france.ambiguities[0].readings] == ["fine <=500 EUR", "fine =500 EUR"]
    assert str(elsewhere.sanction) == "fine =500 EUR"


@pytest.mark.parametrize("at", range(9))
def test_no_unknown_word_is_passed_over(at):
    """A word the lexicon does not know makes the reading incomplete wherever it stands."""
    words = ["est", "puni", "de", "deux", "ans", "d'emprisonnement", "et", "d'une", "amende"]
    clause = " ".join([*words[:at], "inconnu", *words[at:], "de 500 euros"])
    parsed = parse_sanction(clause, lang="fr", jurisdiction="FR")

    assert not parsed.complete
    assert any("inconnu" in piece.text for piece in parsed.unparsed)


def test_a_case_alone_does_not_divide():
    """One case tells when the offence is committed; two cases have a track each."""
    alone = parse_sanction(
        "est puni de cinq ans d'emprisonnement lorsque les faits sont commis en réunion", lang="fr"
    )
    two = parse_sanction(
        "est puni de cinq ans d'emprisonnement lorsqu'il est armé, et de dix ans d'emprisonnement "
        "lorsque les faits sont commis en réunion",
        lang="fr",
    )

    assert [track.labels for track in alone.sanction.tracks] == [()]
    assert [len(track.labels) for track in two.sanction.tracks] == [1, 1]


def test_whose_dollars_the_jurisdiction_says():
    """Without it the words for the unit are left as not understood."""
    clause = "encourt une amende maximale de 500 $"

    assert str(parse_sanction(clause, lang="fr", jurisdiction="CA").sanction) == "fine <=500 CAD"
    assert not parse_sanction(clause, lang="fr").complete


@pytest.mark.parametrize(
    "clause",
    [
        "est puni de deux ans d'emprisonnement et de six mois d'amende",
        "est puni de 500 euros d'emprisonnement",
        "est puni de deux ans d'emprisonnement ou",
        "encourt une amende de deux, à trois ans d'emprisonnement",
        "en cas de récidive, quiconque",
        "est puni de deux ans d'emprisonnement. La peine est portée à cinq ans d'emprisonnement.",
        "encourt une amende maximale de 500 € et un emprisonnement maximal d'un an, ou l'une de, ces peines",
    ],
)
def test_what_cannot_be_is_not_taken(clause):
    """A fine of months, an "ou" with nothing behind it, a penalty raised in no case: something was misread."""
    assert not parse_sanction(clause, lang="fr", jurisdiction="FR").complete

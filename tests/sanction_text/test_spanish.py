"""Spanish clauses in the style of the codes and laws of Uruguay and Peru, read by hand."""

import pytest

from lawtrack import Sanction, parse_sanction

# Clause, what it permits, and the ambiguities to be told.
URUGUAY = [
    (
        "será sancionado con multa del diez al cincuenta por ciento del valor de la mercadería.",
        "fine 10..50% value",
        (),
    ),
    ("será sancionado con multa del 10% al 50% del monto de la operación.", "fine 10..50% value", ()),
    ("serán sancionados con multa del duplo al décuplo del importe del tributo", "fine x2..x10 value", ()),
    (
        "serán castigados con tres a seis años de penitenciaría e inhabilitación absoluta para cargos públicos de cuatro a seis años.",
        "prison 3..6y & disqualification 4..6y",
        (),
    ),
    (
        "será castigado con inhabilitación de dos a seis años para el desempeño de cargos públicos.",
        "disqualification 2..6y",
        (),
    ),
    ("serán sancionadas con una multa mínima de 10 UR y máxima de 100 UR.", "fine 10..100 UR", ()),
    (
        "será sancionado con multa de N$ 50.000 (nuevos pesos cincuenta mil) a N$ 500.000 (nuevos pesos quinientos mil).",
        "fine 50000..500000 UYU",
        (),
    ),
    ("será castigado con multas de hasta 10.000 UI (diez mil Unidades Indexadas).", "fine <=10000 UYI", ()),
    ("serán castigados con la pena prevista por el artículo 157 del Código Penal.", "base", ()),
    ("será castigado, con tres a nueve meses de prisión.", "prison 3..9mo", ()),
    (
        "será sancionado con multa de 10 a 50 UR y, en caso de reincidencia, de 50 a 100 UR.",
        "[first] fine 10..50 UR ; [subsequent] fine 50..100 UR",
        (),
    ),
    ("será castigado con veinte UR de multa", "fine =20 UR", ()),
    ("serán castigados con prisión de quince días a seis meses.", "prison 15d..6mo", ()),
    ("será sancionado con multa de 5 a 20 UR por cada día de atraso.", "fine 5..20 UR /d", ()),
    ("será castigado con tres meses de prisión a cuatro años de penitenciaría.", "prison 3mo..4y", ()),
    ("será castigado con dos a ocho años de penitenciaría.", "prison 2..8y", ()),
    ("será castigado con la pena de seis a veinticuatro meses de prisión.", "prison 6..24mo", ()),
    (
        "será castigado con multa de 20 UR (veinte unidades reajustables) a 600 UR (seiscientas unidades reajustables).",
        "fine 20..600 UR",
        (),
    ),
    (
        "será castigado con pena de veinte meses de prisión a seis años de penitenciaría y multa de 100 a 5.000 unidades reajustables.",
        "prison 20mo..6y & fine 100..5000 UR",
        (),
    ),
    (
        "será castigado con doce meses de prisión a seis años de penitenciaría, e inhabilitación especial de dos a seis años.",
        "prison 12mo..6y & disqualification 2..6y",
        (),
    ),
    ("será castigado con inhabilitación absoluta de dos a cuatro años", "disqualification 2..4y", ()),
    ("será castigado con cuatro años de inhabilitación especial", "disqualification =4y", ()),
    ("será castigado con diez a treinta años de penitenciaría.", "prison 10..30y", ()),
    (
        "será castigado con tres a veinticuatro meses de prisión o multa de 50 UR a 500 UR.",
        "prison 3..24mo | fine 50..500 UR",
        (),
    ),
    ("serán sancionados con una multa de hasta 1.000 UR (mil unidades reajustables).", "fine <=1000 UR", ()),
    ("será sancionado con multa de 10 U.R. a 100 U.R.", "fine 10..100 UR", ()),
    (
        "será castigado con la pena de tres meses de prisión a tres años de penitenciaría o multa equivalente al doble del valor de la mercadería.",
        "prison 3mo..3y | fine =x2 value",
        (),
    ),
    (
        "será penado con multa de $ 500 a $ 5.000 y, en caso de reincidencia, con prisión de tres a doce meses.",
        "[first] fine 500..5000 UYU ; [subsequent] prison 3..12mo",
        (),
    ),
    (
        "será castigado con prisión de seis meses a dos años. En caso de reincidencia la pena será de uno a cuatro años de prisión.",
        "prison 6mo..2y ; [subsequent] prison 1..4y",
        (),
    ),
    (
        "será castigado con seis meses a dos años de prisión, según las circunstancias del caso.",
        "prison 6mo..2y",
        (),
    ),
    ("será castigado con pena de dieciocho meses a tres años de penitenciaría", "prison 18mo..3y", ()),
    (
        "serán castigados con un mínimo de dos años de penitenciaría y un máximo de ocho años de penitenciaría",
        "prison 2..8y",
        (),
    ),
    (
        "será castigado con veinticuatro meses de prisión o seis años de penitenciaría",
        "prison =24mo | prison =6y",
        ("range_or",),
    ),
    ("será sancionado con una multa de entre diez y cien unidades reajustables", "fine 10..100 UR", ()),
    (
        "serán castigados con pena de 30 (treinta) meses de prisión a 15 (quince) años de penitenciaría.",
        "prison 30mo..15y",
        (),
    ),
    (
        "será penado con multa de cien a mil pesos, que se duplicará en caso de reincidencia.",
        "fine 100..1000 UYU ; [subsequent] fine 200..2000 UYU",
        ("doubling",),
    ),
    ("sufrirá la pena de destierro de uno a tres años", "expulsion 1..3y", ()),
    (
        "será castigado con treinta y seis meses de penitenciaría y el comiso de los efectos.",
        "prison =36mo & confiscation",
        (),
    ),
    (
        "serán sancionadas con multa equivalente a diez veces el importe de lo percibido indebidamente",
        "fine =x10 value",
        (),
    ),
    ("con 6 (seis) a 24 (veinticuatro) meses de prisión.", "prison 6..24mo", ()),
    (
        "serán sancionados con multas de 10 UR a 500 UR, según la gravedad de la infracción.",
        "fine 10..500 UR",
        (),
    ),
    (
        "será castigado con la pena de multa de 100 UR (cien unidades reajustables) a 1.000 UR (mil unidades reajustables).",
        "fine 100..1000 UR",
        (),
    ),
    (
        "serán sancionados, la primera vez, con multa de 10 UR y, en caso de reincidencia, con multa de 20 UR a 50 UR.",
        "[first] fine =10 UR ; [subsequent] fine 20..50 UR",
        (),
    ),
    (
        "serán sancionadas con una multa cuyo monto será de 10 a 100 unidades reajustables.",
        "fine 10..100 UR",
        (),
    ),
    (
        "será sancionado con una multa equivalente al 50% (cincuenta por ciento) del valor de la mercadería.",
        "fine =50% value",
        (),
    ),
    ("será castigado con multa de N$ 1.000,00 a N$ 5.000,00", "fine 1000..5000 UYU", ()),
    (
        "será castigado con tres a quince meses de prisión o multa de 20 UR a 600 UR, o ambas penas.",
        "prison 3..15mo |& fine 20..600 UR",
        (),
    ),
    (
        "será castigado con pena de tres meses de prisión a seis años de penitenciaría, e inhabilitación especial de dos a seis años, y multa de 50 UR a 2.000 UR.",
        "prison 3mo..6y & disqualification 2..6y & fine 50..2000 UR",
        (),
    ),
    ("será sancionado con multa de hasta 500 UR por cada infracción.", "fine <=500 UR", ()),
    (
        "será castigado con prisión de tres a dieciocho meses y suspensión de cargo u oficio público de seis meses a dos años.",
        "prison 3..18mo & suspension 6mo..2y",
        (),
    ),
    ("se castigará con la pena de dos a diez años de penitenciaría.", "prison 2..10y", ()),
    ("serán penados con prisión de seis a doce meses.", "prison 6..12mo", ()),
    (
        "incurrirá en multa de $ 50 (cincuenta pesos) a $ 500 (quinientos pesos) la primera vez y el doble en caso de reincidencia.",
        "[first] fine 50..500 UYU ; [subsequent] fine 100..1000 UYU",
        ("doubling",),
    ),
    ("será castigado con quince a treinta años de penitenciaría", "prison 15..30y", ()),
    (
        "será castigado con una pena de tres (3) meses de prisión a tres (3) años de penitenciaría",
        "prison 3mo..3y",
        (),
    ),
    ("será castigado con penitenciaría de dos a doce años", "prison 2..12y", ()),
    ("se sancionará con una multa de quinientas a dos mil unidades reajustables.", "fine 500..2000 UR", ()),
    (
        "será castigado con doce meses de prisión a ocho años de penitenciaría e inhabilitación absoluta de tres a diez años.",
        "prison 12mo..8y & disqualification 3..10y",
        (),
    ),
    ("será penado con multa de cincuenta pesos por cada trabajador", "fine =50 UYU /trabajador", ()),
    (
        "serán sancionadas con clausura del establecimiento por un término de hasta treinta días.",
        "closure <=30d",
        (),
    ),
    (
        "será castigado con seis meses de prisión a dos años de penitenciaría o con 100 UR de multa.",
        "prison 6mo..2y | fine =100 UR",
        (),
    ),
    (
        "será castigado con multa de 10 UR a 100 UR y decomiso de la mercadería en infracción.",
        "fine 10..100 UR & confiscation",
        (),
    ),
    ("será castigado con la pena establecida en el artículo 310 del Código Penal.", "base", ()),
    (
        "será penado con multa de cien pesos y prisión en caso de reincidencia.",
        "[subsequent] fine =100 UYU & prison",
        ("track_scope",),
    ),
]

# Clause, what it permits, and the ambiguities to be told.
PERU = [
    (
        "será sancionado con pena privativa de libertad no menor de dos ni mayor de cuatro años, con la accesoria de separación absoluta del servicio.",
        "prison 2..4y + rank_loss!",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de uno ni mayor de tres años, con la accesoria de inhabilitación y con sesenta a noventa días multa.",
        "prison 1..3y + disqualification! & fine 60..90 df",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de dos años e inhabilitación posterior por el término de tres años.",
        "prison >=2y & disqualification =3y",
        (),
    ),
    (
        "será reprimido con pena de multa no menor de sesenta ni mayor de noventa días-multa.",
        "fine 60..90 df",
        (),
    ),
    ("La pena privativa de libertad será no menor de cinco ni mayor de diez años.", "prison 5..10y", ()),
    (
        "será reprimido con la pena de inhabilitación conforme al artículo 36, incisos 1 y 4, de uno a tres años, y con pena privativa de libertad no mayor de dos años.",
        "disqualification 1..3y & prison <=2y",
        (),
    ),
    (
        "será reprimido con pena privativa de la libertad no menor de 8 (ocho) años ni mayor de 12 (doce) años y con 60 a 120 días de multa.",
        "prison 8..12y & fine 60..120 df",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no mayor de un tercio del mínimo legal",
        "prison <=x1/3 base",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de tres ni mayor de cinco años; si el agente es funcionario, con pena no menor de cinco ni mayor de ocho años.",
        'prison 3..5y ; ["funcionario"] prison 5..8y',
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de cuatro ni mayor de ocho años. Si la víctima muere, la pena será no menor de ocho ni mayor de quince años.",
        'prison 4..8y ; ["muere"] prison 8..15y',
        (),
    ),
    ("será reprimido con multa y/o clausura.", "fine |& closure", ()),
    (
        "será sancionado con multa de una (1) a diez (10) UIT y/o con prisión no mayor de un año",
        "fine 1..10 UIT |& prison <=1y",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de dos ni mayor de cuatro años o multa de treinta a sesenta días-multa, e inhabilitación de uno a dos años.",
        "prison 2..4y & disqualification 1..2y | fine 30..60 df & disqualification 1..2y",
        ("attaches",),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de diez años ni mayor de quince años, cuando el valor supere cinco UIT.",
        "prison 10..15y",
        (),
    ),
    ("será reprimido con pena privativa de libertad no mayor de dos años.", "prison <=2y", ()),
    (
        "será reprimido con pena privativa de libertad no menor de seis ni mayor de quince años.",
        "prison 6..15y",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de un año ni mayor de cuatro años.",
        "prison 1..4y",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de tres ni mayor de seis años y con ciento ochenta a trescientos sesenta y cinco días-multa.",
        "prison 3..6y & fine 180..365 df",
        (),
    ),
    (
        "será reprimido con prestación de servicio comunitario de veinte a cuarenta jornadas o con treinta a sesenta días-multa.",
        "community_service 20..40d | fine 30..60 df",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no mayor de un año o con prestación de servicio comunitario de veinte a cincuenta y dos jornadas.",
        "prison <=1y | community_service 20..52d",
        (),
    ),
    ("será reprimido con cadena perpetua.", "life", ()),
    ("La pena será de cadena perpetua si la víctima es menor de diez años.", "life", ()),
    (
        "será reprimido con pena privativa de libertad no menor de cinco ni mayor de ocho años e inhabilitación conforme al artículo 36, incisos 1 y 2.",
        "prison 5..8y & disqualification",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de dos ni mayor de cinco años, con sesenta a ciento veinte días-multa e inhabilitación de uno a tres años conforme al artículo 36, incisos 2 y 4.",
        "prison 2..5y & fine 60..120 df & disqualification 1..3y",
        (),
    ),
    (
        "con pena privativa de libertad no menor de tres años ni mayor de seis años e inhabilitación de tres a cinco años, conforme a los incisos 1) y 2) del artículo 36 del Código Penal.",
        "prison 3..6y & disqualification 3..5y",
        (),
    ),
    ("será reprimido con multa de sesenta a noventa días-multa.", "fine 60..90 df", ()),
    ("será reprimido con noventa a ciento ochenta días-multa.", "fine 90..180 df", ()),
    (
        "será reprimido con pena privativa de libertad no menor de ocho ni mayor de quince años y con ciento ochenta a trescientos sesenta y cinco días-multa, e inhabilitación conforme al artículo 36, incisos 1, 2 y 4.",
        "prison 8..15y & fine 180..365 df & disqualification",
        (),
    ),
    (
        "La pena será privativa de libertad no menor de quince ni mayor de veinticinco años y de ciento ochenta a trescientos sesenta y cinco días-multa cuando el agente es funcionario público.",
        "prison 15..25y & fine 180..365 df",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de cuatro (4) ni mayor de ocho (8) años.",
        "prison 4..8y",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de 30 ni mayor de 35 años",
        "prison 30..35y",
        (),
    ),
    ("será reprimido con pena privativa de libertad no menor de treinta y cinco años.", "prison >=35y", ()),
    ("será reprimido con la misma pena.", "base", ()),
    ("será reprimido con la pena señalada en el artículo 106.", "base", ()),
    (
        "será sancionado con multa no menor de una ni mayor de diez Unidades Impositivas Tributarias.",
        "fine 1..10 UIT",
        (),
    ),
    ("será sancionado con una multa de hasta cincuenta (50) UIT.", "fine <=50 UIT", ()),
    (
        "será reprimido con pena privativa de libertad no menor de uno ni mayor de tres años, o con limitación de días libres de diez a veinte jornadas.",
        "prison 1..3y | restriction 10..20d",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de seis ni mayor de diez años, con la accesoria de inhabilitación.",
        "prison 6..10y + disqualification!",
        (),
    ),
    ("será reprimido con expatriación de dos a cinco años", "expulsion 2..5y", ()),
    (
        "será reprimido con pena privativa de libertad no menor de quince años y expulsión del país.",
        "prison >=15y & expulsion",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no mayor de la mitad del máximo de la pena prevista para el delito.",
        "prison <=x1/2 base",
        (),
    ),
    (
        "serán reprimidos con pena privativa de libertad no menor de diez años e inhabilitación por el mismo tiempo de la condena",
        "prison >=10y & disqualification =x1 sentence",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de 2 años ni mayor de 4 años e inhabilitación de 1 a 4 años.",
        "prison 2..4y & disqualification 1..4y",
        (),
    ),
    ("será reprimido con internamiento.", "prison", ()),
    ("será reprimido con pena de inhabilitación perpetua.", "disqualification life", ()),
    (
        "será reprimido con pena privativa de libertad no menor de tres ni mayor de seis años. La pena será no menor de seis ni mayor de doce años cuando el agente actúa en banda.",
        'prison 3..6y ; ["banda"] prison 6..12y',
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no mayor de dos años o con sesenta a ciento cincuenta días-multa, o con ambas penas.",
        "prison <=2y |& fine 60..150 df",
        (),
    ),
    ("será reprimido con una multa de mil quinientos soles", "fine =1500 PEN", ()),
    ("será reprimido con multa de S/. 500.00 a S/. 2,000.00", "fine 500..2000 PEN", ()),
    (
        "será reprimido con pena privativa de libertad no menor de veinticinco años e inhabilitación permanente.",
        "prison >=25y & disqualification life",
        (),
    ),
    ("con pena privativa de libertad no menor de cinco años y no mayor de ocho años.", "prison 5..8y", ()),
    (
        "será reprimido con pena privativa de libertad no menor a tres años ni mayor a cinco años.",
        "prison 3..5y",
        (),
    ),
    ("será reprimido con pena privativa de libertad de uno a cuatro años.", "prison 1..4y", ()),
    ("será reprimido con una pena de dos a cuatro años de pena privativa de libertad.", "prison 2..4y", ()),
    ("será reprimido con pena privativa de libertad de treinta y cinco años.", "prison =35y", ()),
    ("e inhabilitación, conforme al artículo 36, de cinco a diez años.", "disqualification 5..10y", ()),
    (
        "será reprimido con pena privativa de libertad no menor de cuatro ni mayor de ocho años; inhabilitación, según corresponda, conforme a los incisos 1, 2 y 8 del artículo 36; y, con ciento ochenta a trescientos sesenta y cinco días-multa.",
        "prison 4..8y & disqualification & fine 180..365 df",
        (),
    ),
    (
        "será reprimido con prestación de servicios a la comunidad de diez a veinte jornadas.",
        "community_service 10..20d",
        (),
    ),
    (
        "será reprimido, si resulta lesión, con pena privativa de libertad no menor de uno ni mayor de tres años; si resulta muerte, la pena será no menor de tres ni mayor de seis años.",
        '["lesión"] prison 1..3y ; ["muerte"] prison 3..6y',
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no mayor de cuatro años o con treinta a noventa días-multa.",
        "prison <=4y | fine 30..90 df",
        (),
    ),
    (
        "con pena privativa de libertad no menor de quince ni mayor de veinte años e inhabilitación de tres a ocho años conforme a los numerales 1 y 2 del artículo 36 del presente Código.",
        "prison 15..20y & disqualification 3..8y",
        (),
    ),
    (
        "será reprimido con pena privativa de la libertad no menor de seis ni mayor de doce años y con 180 a 365 días-multa.",
        "prison 6..12y & fine 180..365 df",
        (),
    ),
    ("será reprimido con ciento ochenta días-multa.", "fine =180 df", ()),
    ("será reprimido con pena privativa de libertad no mayor de seis meses.", "prison <=6mo", ()),
    (
        "será reprimido con pena privativa de libertad no menor de treinta días ni mayor de seis meses",
        "prison 30d..6mo",
        (),
    ),
    ("será reprimido con pena de inhabilitación de cinco a veinte años.", "disqualification 5..20y", ()),
    (
        "será reprimido con pena privativa de libertad no menor de dos ni mayor de seis años, sin perjuicio de la reparación civil.",
        "prison 2..6y",
        (),
    ),
    ("La pena será de cadena perpetua cuando el agente es jefe de la organización.", "life", ()),
    (
        "será reprimido con pena privativa de libertad no menor de tres años e inhabilitación a que se refiere el artículo 36, inciso 4, por igual tiempo que la pena principal.",
        "prison >=3y & disqualification >=3y",
        (),
    ),
    ("será sancionado con multa equivalente a cinco UIT.", "fine =5 UIT", ()),
    ("se impondrá una multa no mayor del 10% de los ingresos brutos.", 'fine <=10% "ingresos"', ()),
    (
        "será reprimido con pena privativa de libertad no menor de ocho años ni mayor de doce y con noventa a ciento veinte días-multa.",
        "prison 8..12y & fine 90..120 df",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no mayor de dos años y con inhabilitación de uno a dos años conforme al artículo 36, incisos 1) y 2).",
        "prison <=2y & disqualification 1..2y",
        (),
    ),
    (
        "será reprimido con pena privativa de libertad no menor de diez ni mayor de quince años, multa de ciento ochenta a trescientos sesenta y cinco días-multa e inhabilitación.",
        "prison 10..15y & fine 180..365 df & disqualification",
        (),
    ),
]

# Country, clause, and what of it is understood.
OPEN = [
    (
        "UY",
        "será castigado con 30 UR (treinta unidades reajustables) a 900 UR (novecientas unidades reajustables) de multa o prisión equivalente.",
        'fine 30..900 UR | prison =ref("prisión equivalente")',
    ),
    ("UY", "será sancionado con clausura de hasta seis días hábiles", "closure <=6d"),
    (
        "UY",
        "será castigado con multa de 100 UR (cien unidades reajustables) a 2.000 UR (dos mil unidades reajustables) e inhabilitación especial por igual plazo.",
        "fine 100..2000 UR & disqualification",
    ),
]


def check(clause, country, notation, codes):
    parsed = parse_sanction(clause, lang="es", jurisdiction=country)

    assert parsed.sanction.normal_form() == Sanction.read(notation).normal_form(), str(parsed)
    assert tuple(doubt.code for doubt in parsed.ambiguities) == codes
    assert parsed.complete


@pytest.mark.parametrize(("clause", "notation", "codes"), URUGUAY)
def test_uruguay(clause, notation, codes):
    """Clauses in the manner of Uruguay permit what a reader finds in them."""
    check(clause, "UY", notation, codes)


@pytest.mark.parametrize(("clause", "notation", "codes"), PERU)
def test_peru(clause, notation, codes):
    """Clauses in the manner of Peru permit what a reader finds in them."""
    check(clause, "PE", notation, codes)


@pytest.mark.parametrize(("country", "clause", "notation"), OPEN)
def test_what_is_not_understood_is_quoted(country, clause, notation):
    """Words that the grammar does not know make the reading incomplete and are quoted."""
    parsed = parse_sanction(clause, lang="es", jurisdiction=country)

    assert parsed.sanction.normal_form() == Sanction.read(notation).normal_form()
    assert not parsed.complete
    assert all(words.text in clause for words in parsed.unparsed)


def test_doubling_is_worked_out_and_told():
    """Both ends are doubled; the other reading keeps the multiple."""
    parsed = parse_sanction(
        "será penado con multa de 30 UR a 40 UR, que se duplicará en caso de reincidencia", lang="es"
    )
    (doubt,) = parsed.ambiguities

    assert str(parsed.sanction) == "fine 30..40 UR ; [subsequent] fine 60..80 UR"
    assert str(doubt.readings[1]) == "fine 30..40 UR ; [subsequent] fine =x2 base"


def test_or_between_two_amounts_may_mean_a_range():
    """Two exact amounts of one penalty joined by "o" are two alternatives, or the ends of a range."""
    parsed = parse_sanction("con nueve meses de prisión o cinco años de penitenciaría", lang="es")
    (doubt,) = parsed.ambiguities

    assert [str(reading) for reading in doubt.readings] == ["prison =9mo | prison =5y", "prison 9mo..5y"]


def test_how_far_a_case_behind_two_penalties_reaches_is_told():
    """Repetition behind "A y B" may govern B alone."""
    parsed = parse_sanction(
        "con multa de 10 UR y prisión de tres meses en caso de reincidencia", lang="es", jurisdiction="UY"
    )
    (doubt,) = parsed.ambiguities

    assert doubt.code == "track_scope"
    assert str(doubt.readings[1]) == "fine =10 UR ; [subsequent] fine =10 UR & prison =3mo"


def test_another_number_in_brackets_is_a_defect_in_print():
    """Figures and words that differ are told."""
    parsed = parse_sanction("con multa de 50 UR (sesenta unidades reajustables)", lang="es")

    assert [doubt.code for doubt in parsed.ambiguities] == ["defect_in_print"]


@pytest.mark.parametrize("words", ["por igual tiempo", "por el mismo plazo"])
def test_the_same_term_copies_both_ends(words):
    """As long as the penalty before; a fine before has no term to copy."""
    prison = parse_sanction(f"con prisión de dos a seis años e inhabilitación {words}", lang="es")
    fine = parse_sanction(f"con multa de 10 a 20 UR e inhabilitación {words}", lang="es")

    assert str(prison.sanction) == "prison 2..6y & disqualification 2..6y"
    assert not fine.complete


@pytest.mark.parametrize("at", range(11))
def test_no_unknown_word_is_passed_over(at):
    """A word the lexicon does not know makes the reading incomplete wherever it stands."""
    words = ["será", "castigado", "con", "seis", "meses", "de", "prisión", "a", "tres", "años", "de"]
    clause = " ".join([*words[:at], "ignoto", *words[at:], "penitenciaría"])

    assert not parse_sanction(clause, lang="es", jurisdiction="UY").complete


@pytest.mark.parametrize(
    "clause",
    [
        "será reprimido con pena privativa de libertad no menor de ni mayor de cinco años",
        "será castigado con prisión de a seis años",
        "será reprimido con inhabilitación de a seis años",
        "será sancionado con multa entre cien mil pesos",
        "será sancionado con multa de 000 pesos",
        "será castigado con dos años de prisión y a 120 días-multa",
        "será castigado con prisión de 50 UR",
        "será castigado con inhabilitación por mucho tiempo",
    ],
)
def test_an_amount_that_lacks_a_piece_is_not_taken(clause):
    """A range without its low end, "between" one number, a term in money: something is missing."""
    assert not parse_sanction(clause, lang="es", jurisdiction="UY").complete

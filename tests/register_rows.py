"""Generated rows of a register, and what `data.extract` makes of them written by hand in DuckDB's SQL."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow

AREAS, ADDRESSES_AN_AREA = 60, 200

AGES = "CASE WHEN c.age BETWEEN 15 AND 17 THEN '15-17' WHEN c.age BETWEEN 18 AND 24 THEN '18-24' ELSE '' END"
SQL = """
WITH charges AS (
    SELECT DISTINCT pseudonym, date, offence, age, address_id, year(date) AS year
    FROM read_parquet('{folder}/charges*.parquet')
    WHERE year(date) BETWEEN {first} AND {last} AND age BETWEEN 0 AND 120
), placed AS (
    SELECT p.area_id, c.year, c.pseudonym,
        {ages} AS age_group
    FROM charges c JOIN places p ON c.address_id = p.address_id AND c.year BETWEEN p.valid_from AND p.valid_to
), charged AS (
    SELECT area_id, year, age_group, count(DISTINCT pseudonym) AS persons, count(*) AS events
    FROM placed WHERE age_group <> '' GROUP BY ALL
), lived AS (
    SELECT p.area_id, c.year, count(DISTINCT c.pseudonym) AS population,
        {ages} AS age_group
    FROM read_parquet('{folder}/population*.parquet') c
    JOIN places p ON c.address_id = p.address_id AND c.year BETWEEN p.valid_from AND p.valid_to
    WHERE c.year BETWEEN {first} AND {last} AND c.age BETWEEN 0 AND 120 GROUP BY ALL
)
SELECT area_id, year, age_group, coalesce(persons, 0), coalesce(events, 0), coalesce(population, 0)
FROM (SELECT * FROM lived WHERE age_group <> '') FULL JOIN charged USING (area_id, year, age_group)
ORDER BY ALL
""".replace("{ages}", AGES)


def write_register(folder: Path, charges: int, years: tuple[int, ...], seed: int = 1) -> pyarrow.Table:
    """Files of charges and of people, one a year, as a register would hand them out: the areas' addresses.

    Some rows stand twice, some addresses are unknown, some ages impossible, and an area changes its boundary in the
    last year.
    """
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    each, people = charges // len(years), max(charges // 4, 1000)
    for year in years:
        draw = f"hash(range + {seed} * 7919 + {year} * 104729)"
        connection.execute(
            f"""COPY (SELECT 'p' || ({draw} % {people}) AS pseudonym,
                DATE '{year}-01-01' + CAST(({draw} // 31) % 365 AS INTEGER) AS date,
                'art' || (({draw} // 7) % 20) AS offence,
                CAST(CASE WHEN {draw} % 997 = 0 THEN 161 ELSE 10 + (({draw} % {people}) // {AREAS}) % 20 END
                    AS INTEGER) AS age,
                'a' || (({draw} % {people}) % {AREAS * ADDRESSES_AN_AREA + 50}) AS address_id
                FROM range({each}) UNION ALL SELECT 'p1', DATE '{year}-02-01', 'art1', 16, 'a1' FROM range(3))
                TO '{folder}/charges_{year}.parquet' (FORMAT parquet)"""
        )
        connection.execute(
            f"""COPY (SELECT 'p' || range AS pseudonym, {year} AS year,
                CAST(10 + (range // {AREAS}) % 20 AS INTEGER) AS age,
                'a' || (range % {AREAS * ADDRESSES_AN_AREA + 50}) AS address_id FROM range({people}))
                TO '{folder}/population_{year}.parquet' (FORMAT parquet)"""
        )
    last = max(years)
    return connection.sql(
        f"""SELECT 'a' || range AS address_id, 'omraade_' || (range % {AREAS}) AS area_id, 0 AS valid_from,
            CAST(CASE WHEN range % {AREAS} = 0 THEN {last} - 1 ELSE 9999 END AS INTEGER) AS valid_to
            FROM range({AREAS * ADDRESSES_AN_AREA})
            UNION ALL SELECT 'a' || range, 'omraade_1', {last}, 9999 FROM range({AREAS * ADDRESSES_AN_AREA})
            WHERE range % {AREAS} = 0 ORDER BY ALL"""
    ).to_arrow_table()

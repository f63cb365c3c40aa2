"""On which days does something change? The days that the keys step to, of one entity or of the organisation."""

from datetime import date

from sco_reader.reference import OFFICES_OF_LEADERS
from sco_reader.store import Connection, kept

# From a day of which only the month is known nobody can tell what changed on it: exact days alone.
_DAYS = """
WITH spell (since, until) AS (
  SELECT since, until FROM status WHERE :about IS NULL OR country = :about
  UNION ALL
  SELECT t.since, t.until FROM term AS t JOIN office AS o ON o.id = t.office
  WHERE CASE WHEN :about IS NULL
        THEN o.kind IN (SELECT value FROM json_each(:leading))
             AND (o.owner = 'sco' OR o.owner IN (SELECT country FROM status WHERE status = 'member'))
        ELSE t.person = :about OR o.owner = :about END
  UNION ALL
  SELECT since, until FROM name WHERE entity = :about AND form = 'former'
)
SELECT since FROM spell WHERE length(since) = 10 UNION SELECT until FROM spell WHERE length(until) = 10
UNION SELECT start FROM meeting WHERE id = :about UNION SELECT end FROM meeting WHERE id = :about ORDER BY 1"""


@kept(64)
def change_days(db: Connection, about: str | None) -> list[date]:
    """The days from which something else holds: a standing, who is in office, what a city is called; oldest first.

    Of one entity, or for None of the organisation: every state's standing, and who leads the members and the SCO.
    """
    import json

    asked = {"about": about, "leading": json.dumps(OFFICES_OF_LEADERS)}
    return [date.fromisoformat(row[0]) for row in db.execute(_DAYS, asked)]

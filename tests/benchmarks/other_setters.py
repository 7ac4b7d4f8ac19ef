"""The content of a summary as other programs are given it: HTML, Typst, and a Word file."""

from html import escape
from pathlib import Path

from reviewdesk.domain.summary import CustomerSummary

Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]


def tables(summary: CustomerSummary) -> list[Table]:
    """Give the tables of a summary: heading, column heads and rows."""
    return [
        ("We will", ("What", "Who", "By"), [(each.what, each.owner, str(each.due)) for each in summary.we_will]),
        ("You will", ("What", "Who", "By"), [(each.what, each.owner, str(each.due)) for each in summary.you_will]),
        (
            "Your concerns",
            ("Concern", "Cause", "What we do", "Owner", "State"),
            [(each.summary, each.cause, each.fix, each.owner, each.state) for each in summary.concerns],
        ),
        (
            "Results against our goals",
            ("Goal", "Target", "Actual", "Source"),
            [(each.name, str(each.target), str(each.actual), each.source) for each in summary.goals],
        ),
        ("Your own answers", ("Question", "Answer"), [(each.question, each.answer) for each in summary.answers]),
    ]


def paragraphs(summary: CustomerSummary) -> list[str]:
    """Give what is said outside of tables."""
    heard = [each.text for each in summary.heard]
    return [" ".join(summary.sentences), *heard, *summary.decisions, summary.ask, summary.commitment]


def as_html(summary: CustomerSummary, fonts: Path) -> str:
    """Give a summary as a page with the same font, and tables that repeat their heads."""
    face = (fonts / "Inter-Regular.ttf").as_uri()
    style = (
        f"@font-face{{font-family:Inter;src:url({face})}} @page{{size:A4;margin:43pt;@bottom-right{{content:"
        "counter(page) ' of ' counter(pages)}} body{font:9.4pt/13.8pt Inter} table{width:100%;border-collapse:collapse}"
        "td,th{border-top:.7pt solid #E1E4EA;text-align:left;padding:4pt 8pt 4pt 0}"
    )
    body = [f"<h1>{escape(summary.account)}</h1>", *(f"<p>{escape(each)}</p>" for each in paragraphs(summary))]
    for heading, heads, rows in tables(summary):
        body.append(f"<h2>{escape(heading)}</h2><table><thead><tr>{_cells(heads, 'th')}</tr></thead><tbody>")
        body += [f"<tr>{_cells(row, 'td')}</tr>" for row in rows]
        body.append("</tbody></table>")
    return f"<html lang=en><style>{style}</style><body>{''.join(body)}</body></html>"


def _cells(row: tuple[str, ...], tag: str) -> str:
    return "".join(f"<{tag}>{escape(each)}</{tag}>" for each in row)


def as_typst(summary: CustomerSummary) -> str:
    """Give a summary as a Typst document."""
    parts = [
        '#set page("a4", margin: 43pt, numbering: "1 of 1")\n#set text(font: "Inter", size: 9.4pt)\n',
        f"= #{_typst(summary.account)}\n",
        *(f"#{_typst(each)}\n\n" for each in paragraphs(summary)),
    ]
    for heading, heads, rows in tables(summary):
        cells = ", ".join(_typst(each) for row in rows for each in row)
        head = ", ".join(_typst(each) for each in heads)
        parts.append(f"== #{_typst(heading)}\n#table(columns: {len(heads)} * (1fr,), table.header({head}), {cells})\n")
    return "".join(parts)


def _typst(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_word(summary: CustomerSummary, path: Path) -> None:
    """Write a summary as a Word file."""
    from docx import Document

    made = Document()
    made.add_heading(summary.account, 0)
    for each in paragraphs(summary):
        made.add_paragraph(each)
    for heading, heads, rows in tables(summary):
        made.add_heading(heading, 1)
        table = made.add_table(1, len(heads))
        for row in (heads, *rows):
            cells = table.rows[0].cells if row is heads else table.add_row().cells
            for cell, words in zip(cells, row, strict=True):
                cell.text = words
    made.save(str(path))

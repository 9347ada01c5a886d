"""Formulas in LaTeX as plain text that reads the same: fractions, roots, powers and signs in Unicode."""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"\\([a-zA-Z]+)\*?|\\(.)|([{}^_&])|([^\\{}^_&]+)", re.DOTALL)
DEEPEST = 40
_UP = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_DOWN = str.maketrans("0123456789+-=()aeoxn", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙ")
_CAN_UP, _CAN_DOWN = frozenset("0123456789+-=()ni"), frozenset("0123456789+-=()aeoxn")
_HALVES = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/6": "⅙", "1/8": "⅛"}
SIGNS: Mapping[str, str] = {
    "times": "×", "div": "÷", "cdot": "·", "pm": "±", "mp": "∓", "ast": "*", "star": "⋆",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "lt": "<", "gt": ">",
    "approx": "≈", "sim": "∼", "cong": "≅", "equiv": "≡", "propto": "∝",
    "infty": "∞", "circ": "°", "degree": "°", "angle": "∠", "triangle": "△", "perp": "⊥", "parallel": "∥",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "leftrightarrow": "↔",
    "Leftrightarrow": "⇔", "mapsto": "↦", "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇",
    "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "emptyset": "∅",
    "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨",
    "ldots": "…", "dots": "…", "cdots": "⋯",
    "prime": "′", "mid": "|", "vert": "|", "backslash": "\\", "quad": " ", "qquad": " ", "space": " ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_FRACTIONS = ("frac", "dfrac", "tfrac", "cfrac")
_QUIET = frozenset(
    {"left", "right", "big", "Big", "bigg", "Bigg", "displaystyle", "limits", "nolimits", "hline"}
)
_WRAPS = frozenset(
    {"text", "textbf", "textit", "mathrm", "mathbf", "mathit", "mathbb", "mathcal", "operatorname", "mbox"}
    | {"overline", "underline", "bar", "hat", "vec", "overrightarrow", "boxed", "phantom"}
)


def formula(source: str) -> str:
    """Returns a formula as text. What is not known stays as its own name; nothing raises."""
    tokens = list(_TOKEN.finditer(source))
    text = _Formula(tokens).until(None, 0)
    return re.sub(r"[ \t\n]+", " ", text).strip()


class _Formula:
    """A walk through the tokens of one formula."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self._tokens = tokens
        self._at = 0

    def until(self, close: str | None, depth: int) -> str:
        """Returns the text up to `close`, which is passed; a formula that was cut off just ends."""
        parts: list[str] = []
        over: list[str] | None = None
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if close is not None and token[0] == close:
                self._at += 1
                break
            if token[1] == "over":
                self._at += 1
                over, parts = parts, []
            else:
                part = self._one(depth)
                mixed = (
                    token[1] in _FRACTIONS and part[:1].isdecimal() and "".join(parts[-1:])[-1:].isdecimal()
                )
                parts.append(f" {part}" if mixed else part)
        text = "".join(parts)
        return text if over is None else _fraction("".join(over).strip(), text.strip())

    def _one(self, depth: int) -> str:
        """Returns the text of the next token and what belongs to it."""
        token = self._tokens[self._at]
        self._at += 1
        name, escaped, mark, text = token.groups()
        if depth > DEEPEST:
            return text or escaped or ""
        if name:
            return self._command(name, depth)
        if escaped is not None:
            return {
                "\\": "; ",
                ",": " ",
                ";": " ",
                ":": " ",
                "!": "",
                "(": "",
                ")": "",
                "[": "",
                "]": "",
            }.get(escaped, escaped)
        if mark:
            return self._marked(mark, depth)
        return str(text)

    def _marked(self, mark: str, depth: int) -> str:
        if mark == "{":
            return self.until("}", depth + 1)
        if mark == "^":
            return _raised(self._argument(depth), _CAN_UP, _UP, "^")
        if mark == "_":
            return _raised(self._argument(depth), _CAN_DOWN, _DOWN, "_")
        return " " if mark == "&" else ""

    def _command(self, name: str, depth: int) -> str:
        if name in _FRACTIONS:
            return _fraction(self._argument(depth), self._argument(depth))
        if name == "sqrt":
            return self._root(depth)
        if name in ("begin", "end"):
            self._argument(depth)
            return " "
        if name in _WRAPS:
            return self._argument(depth)
        if name in _QUIET:
            return ""
        return SIGNS.get(name, name)

    def _root(self, depth: int) -> str:
        index = ""
        if self._at < len(self._tokens) and (self._tokens[self._at][4] or "").startswith("["):
            index, closed, rest = str(self._tokens[self._at][4])[1:].partition("]")
            if closed and not rest.strip():
                self._at += 1
            else:
                index = ""
        return f"{_raised(index, _CAN_UP, _UP, '') if index else ''}√{_grouped(self._argument(depth))}"

    def _argument(self, depth: int) -> str:
        """Returns what a command acts on: a group, a command, or one character."""
        if self._at >= len(self._tokens):
            return ""
        token = self._tokens[self._at]
        text = token[4]
        if text is None:
            return self._one(depth + 1).strip()
        bare = text.lstrip()
        if not bare:
            self._at += 1
            return self._argument(depth + 1) if depth < DEEPEST else ""
        rest = re.match(_TOKEN, bare[1:])
        if rest is None:
            self._at += 1
        else:
            self._tokens[self._at] = rest
        return bare[0]


def _raised(text: str, can: frozenset[str], table: Mapping[int, int], sign: str) -> str:
    if text in ("°", "′", "*"):
        return text
    if text and can.issuperset(text):
        return text.translate(table)
    return f"{sign}{_grouped(text)}"


def _fraction(above: str, below: str) -> str:
    text = f"{_grouped(above)}/{_grouped(below)}"
    return _HALVES.get(text, text)


def _grouped(text: str) -> str:
    """Returns `text`, in brackets where it is more than one number, word or bracket."""
    simple = re.fullmatch(r"[\w.,√°′⁰¹²³⁴-⁹½¼¾⅓⅔]*|\([^()]*\)", text)
    return text if simple else f"({text})"

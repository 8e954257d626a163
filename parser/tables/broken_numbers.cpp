#include "parser/tables/broken_numbers.h"

#include <algorithm>
#include <map>

#include "parser/tables/column_places.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// All but one in so many are nearly all.
constexpr std::size_t kNearlyAll = 5;

bool is_sign_of(const Atom& sign, const Atom& number) {
  return sign.kind == Atom::Kind::missing && sign.is_dash() && number.kind == Atom::Kind::figure &&
         is_digit(number.text.utf8.front());
}

bool is_cut(const Atom& upper, const Atom& lower, int usual) {
  return usual > 0 && upper.kind == Atom::Kind::figure && lower.kind == Atom::Kind::figure &&
         decimals_of(upper) == 0 && decimals_of(lower) == usual &&
         is_digit(lower.text.utf8.front());
}

}  // namespace

int usual_decimals(const std::vector<DataRow>& rows) {
  std::map<int, std::size_t> counts;
  std::size_t all = 0;
  for (const DataRow& row : rows) {
    for (const Atom& atom : row.figures) {
      if (atom.kind != Atom::Kind::figure || atom.is_fragment()) continue;
      ++counts[decimals_of(atom)];
      ++all;
    }
  }
  for (const auto& [decimals, count] : counts) {
    if (count * kNearlyAll >= all * (kNearlyAll - 1)) return decimals;
  }
  return 0;
}

bool is_full_width(const Document& document, const Atom& atom) {
  return std::any_of(atom.text.origin.begin(), atom.text.origin.end(), [&](std::uint32_t glyph) {
    return is_full_width_number(document.glyphs[glyph].raw);
  });
}

bool stands_over(const Atom& a, const Atom& b) {
  const double shared = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
  return shared >= std::min(a.box.width(), b.box.width()) / 2;
}

bool join_stacked(const Document& document, DataRow& row, int usual) {
  for (std::size_t i = 0; i + 1 < row.figures.size();) {
    Atom& a = row.figures[i];
    const Atom& b = row.figures[i + 1];
    if (!stands_over(a, b)) {
      ++i;
      continue;
    }
    const Atom& upper = a.box.y0 <= b.box.y0 ? a : b;
    const Atom& lower = a.box.y0 <= b.box.y0 ? b : a;
    const bool sign = is_sign_of(upper, lower);
    const bool breaks = sign || is_full_width(document, upper) || is_full_width(document, lower) ||
                        upper.is_fragment() || lower.is_fragment() || is_cut(upper, lower, usual);
    Atom joined = sign ? lower : upper;
    if (sign) {
      joined.text = Text{};
      joined.text.append("-", upper.text.origin.front());
    }
    joined.text.append(lower.text);
    joined.box = unite(a.box, b.box);
    if (!breaks || (!decimal_of(joined.text.view()) && !joined.is_fragment())) return false;
    a = std::move(joined);
    row.figures.erase(row.figures.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  return true;
}

bool may_be_cut(const DataRow& upper, const DataRow& lower, int usual) {
  return std::any_of(upper.figures.begin(), upper.figures.end(), [&](const Atom& above) {
    return std::any_of(lower.figures.begin(), lower.figures.end(), [&](const Atom& below) {
      return stands_over(above, below) && is_cut(above, below, usual);
    });
  });
}

void cut_by_decimals(const Document& document, std::vector<DataRow>& rows) {
  std::optional<int> decimals;
  bool touching = false;
  for (const DataRow& row : rows) {
    for (const Atom& atom : row.figures) {
      touching = touching || atom.kind == Atom::Kind::touching;
      if (atom.kind != Atom::Kind::figure) continue;
      if (decimals.value_or(decimals_of(atom)) != decimals_of(atom)) return;
      decimals = decimals_of(atom);
    }
  }
  if (!touching || decimals.value_or(0) == 0) return;
  for (DataRow& row : rows) {
    std::vector<Atom> figures;
    for (const Atom& atom : row.figures) {
      std::vector<std::vector<Atom>> ways{{atom}};
      if (atom.kind == Atom::Kind::touching) {
        ways = cuts_of(document, atom);
        std::erase_if(ways, [&](const std::vector<Atom>& way) {
          return std::any_of(way.begin(), way.end(),
                             [&](const Atom& part) { return decimals_of(part) != *decimals; });
        });
        if (ways.size() != 1) ways = {{atom}};
      }
      figures.insert(figures.end(), ways.front().begin(), ways.front().end());
    }
    row.figures = std::move(figures);
  }
}

}  // namespace tradereport::parser

#include "parser/expression.h"

#include <algorithm>

#include "parser/text.h"

namespace tradereport::parser {

namespace {

// Parts of an `either` for which it is worth knowing where they begin, and as many as have a bit.
constexpr std::size_t kManyParts = 6;
constexpr std::size_t kMostParts = 64;

// More characters than these are taken for all.
constexpr char32_t kManyCharacters = 512;

std::vector<std::uint64_t> starts_of(const std::vector<const Expression*>& parts) {
  std::vector<std::uint64_t> starts;
  if (parts.size() < kManyParts || parts.size() > kMostParts) return starts;
  starts.resize(Characters::kPlaces + 1);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::uint64_t bit = std::uint64_t{1} << part;
    if (parts[part]->empty) {
      for (std::uint64_t& start : starts) start |= bit;
    } else {
      parts[part]->first.for_each_place([&](std::size_t place) { starts[place] |= bit; });
    }
  }
  return starts;
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void Characters::add(char32_t from, char32_t to) {
  const bool codes = from >= 0xF0000;
  if (!codes && to - from > kManyCharacters) return add_all();
  for (char32_t c = from; c <= (codes ? from : to); ++c) add(c);
}

Characters characters_of(std::string_view text) {
  Characters out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = character_at(text, at);
    out.add(c);
    at += length;
  }
  return out;
}

namespace {

std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

void need_nothing(Expression& e) {
  e.needs.add_all();
  e.needed = Characters::kPlaces;
}

// kNoEnd stands for any number.
std::size_t sum(std::size_t a, std::size_t b) {
  return a > Expression::kNoEnd - b ? Expression::kNoEnd : a + b;
}

std::size_t product(std::size_t a, std::size_t b) {
  if (a == 0 || b == 0) return 0;
  return a > Expression::kNoEnd / b ? Expression::kNoEnd : a * b;
}

}  // namespace

const Expression* make_slot(const std::string& name, const Expression* inside, Expressions& store) {
  if (inside == nullptr) return nullptr;
  Expression& out = store.add();
  out.kind = Expression::Kind::slot;
  out.text = name;
  out.parts = {inside};
  return complete(out);
}

const Expression* complete(Expression& e) {
  using Kind = Expression::Kind;
  for (const Expression* part : e.parts) e.slots = e.slots || part->slots;
  switch (e.kind) {
    case Kind::literal:
      e.first.add(character_at(e.text, 0).first);
      // Of the characters that are needed the last ones tell most: the first are tried anyway.
      e.needs.add(character_at(e.text, last_character(e.text)).first);
      e.needed = 1;
      e.longest = e.text.size();
      break;
    case Kind::set:
      if (e.negated) e.first.add_all();
      for (const auto& [from, to] : e.ranges) e.first.add(from, to);
      e.needs = e.first;
      e.needed = e.needs.size();
      e.longest = 4;
      break;
    case Kind::boundary:
      e.empty = true;
      need_nothing(e);
      break;
    case Kind::sequence:
      e.empty = true;
      need_nothing(e);
      for (const Expression* part : e.parts) {
        if (e.empty) e.first.add(part->first);
        e.empty = e.empty && part->empty;
        e.longest = sum(e.longest, part->longest);
        if (part->needed > e.needed) continue;
        e.needs = part->needs;
        e.needed = part->needed;
      }
      break;
    case Kind::either:
      for (const Expression* part : e.parts) {
        e.first.add(part->first);
        e.needs.add(part->needs);
        e.longest = std::max(e.longest, part->longest);
        e.empty = e.empty || part->empty;
      }
      e.needed = e.needs.size();
      e.starts = starts_of(e.parts);
      break;
    case Kind::slot:
    case Kind::repeat:
      e.slots = e.slots || e.kind == Kind::slot;
      e.first = e.parts[0]->first;
      e.needs = e.parts[0]->needs;
      e.needed = e.parts[0]->needed;
      e.longest = product(e.parts[0]->longest, e.kind == Kind::repeat ? e.most : 1);
      e.empty = e.parts[0]->empty || (e.kind == Kind::repeat && e.least == 0);
      if (e.empty) need_nothing(e);
  }
  return &e;
}

std::string quote(std::string_view literal) {
  std::string out;
  for (const char c : literal) {
    if (static_cast<unsigned char>(c) < 0x80 && !is_alphanumeric(c)) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace tradereport::parser

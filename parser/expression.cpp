#include "parser/expression.h"

#include <algorithm>

#include "parser/text.h"

namespace tradereport {

namespace {

// More characters than these are taken for all.
constexpr char32_t kManyCharacters = 512;

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
  Expression out;
  out.kind = Expression::Kind::slot;
  out.text = name;
  out.parts = {inside};
  return keep(std::move(out), store);
}

const Expression* keep(Expression expression, Expressions& store) {
  using Kind = Expression::Kind;
  Expression& e = expression;
  for (const Expression* part : e.parts) e.slots = e.slots || part->slots;
  switch (e.kind) {
    case Kind::literal:
      e.first.add(character_at(e.text, 0).first);
      e.needs = e.first;
      e.longest = e.text.size();
      break;
    case Kind::set:
      if (e.negated) e.first.add_all();
      for (const auto& [from, to] : e.ranges) e.first.add(from, to);
      e.needs = e.first;
      e.longest = 4;
      break;
    case Kind::boundary:
      e.empty = true;
      e.needs.add_all();
      break;
    case Kind::sequence:
      e.empty = true;
      e.needs.add_all();
      for (const Expression* part : e.parts) {
        if (e.empty) e.first.add(part->first);
        e.empty = e.empty && part->empty;
        e.longest = sum(e.longest, part->longest);
        if (part->needs.size() < e.needs.size()) e.needs = part->needs;
      }
      break;
    case Kind::either:
      for (const Expression* part : e.parts) {
        e.first.add(part->first);
        e.needs.add(part->needs);
        e.longest = std::max(e.longest, part->longest);
        e.empty = e.empty || part->empty;
      }
      break;
    case Kind::slot:
    case Kind::repeat:
      e.slots = e.slots || e.kind == Kind::slot;
      e.first = e.parts[0]->first;
      e.needs = e.parts[0]->needs;
      e.longest = product(e.parts[0]->longest, e.kind == Kind::repeat ? e.most : 1);
      e.empty = e.parts[0]->empty || (e.kind == Kind::repeat && e.least == 0);
      if (e.empty) e.needs.add_all();
  }
  store.push_back(std::move(expression));
  return &store.back();
}

std::string quote(std::string_view literal) {
  std::string out;
  for (const char c : literal) {
    if (static_cast<unsigned char>(c) < 0x80 && !is_alphanumeric(c)) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace tradereport

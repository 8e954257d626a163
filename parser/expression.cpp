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

void FirstCharacters::add(char32_t from, char32_t to) {
  const bool codes = from >= 0xF0000;
  if (!codes && to - from > kManyCharacters) return add_all();
  for (char32_t c = from; c <= (codes ? from : to); ++c) set_.set(place(lower_case(c)));
}

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
    case Kind::literal: {
      const char32_t c = character_at(e.text, 0).first;
      e.first.add(c, c);
      break;
    }
    case Kind::set:
      if (e.negated) e.first.add_all();
      for (const auto& [from, to] : e.ranges) {
        e.first.add(from, to);
        if (e.ignores_case && from < 0x80) e.first.add(U'a', U'z');
      }
      break;
    case Kind::boundary:
      e.empty = true;
      break;
    case Kind::sequence:
      e.empty = true;
      for (const Expression* part : e.parts) {
        if (e.empty) e.first.add(part->first);
        e.empty = e.empty && part->empty;
      }
      break;
    case Kind::either:
      for (const Expression* part : e.parts) {
        e.first.add(part->first);
        e.empty = e.empty || part->empty;
      }
      break;
    case Kind::slot:
      e.slots = true;
      [[fallthrough]];
    case Kind::repeat:
      e.first = e.parts[0]->first;
      e.empty = e.parts[0]->empty || (e.kind == Kind::repeat && e.least == 0);
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

#include "parser/narrative/scopes.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

using Aside = DiscourseContext::Aside;

void name_scope(std::size_t scope, const std::string& name, PlaceInParagraph place,
                DiscourseContext& context) {
  context.home.resize(context.scopes.size());
  std::string& home = context.home[scope];
  if (home.empty() || (place.opens && place.first)) home = name;
  const bool changes = context.scopes[scope] != name;
  context.scopes[scope] = name;
  if (place.first) {
    context.in_passing = name == home ? Aside::none : Aside::sentence;
  } else if (changes) {
    context.in_passing = Aside::clause;
  }
  if (!context.unclear) context.adrift = false;
}

// What the levels' units say of a scope; nothing where they say none, empty where they differ.
std::optional<std::string> said_by_units(const std::string& scope,
                                         const std::vector<Token>& tokens) {
  std::optional<std::string> result;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::figure || token.figure.unit == nullptr) continue;
    const auto said = token.figure.unit->says.find(scope);
    if (said == token.figure.unit->says.end()) continue;
    result = !result || *result == said->second ? said->second : std::string();
  }
  return result;
}

}  // namespace

void apply_scopes(const Family& family, const Stretch& stretch, const PhraseFinder::Match& match,
                  PlaceInParagraph place, DiscourseContext& context) {
  const std::vector<ScopeForm>& forms = family.scopes;
  const auto& says = match.phrase->form->says;
  context.scopes.resize(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (const auto said = says.find(forms[i].id); said != says.end()) {
      const bool named = said->second == PhraseForm::kNamed;
      const auto name = std::find_if(stretch.names.begin(), stretch.names.end(),
                                     [&](const NameHit& hit) { return match.at.holds(hit.at); });
      if (named && name != stretch.names.end()) name_scope(i, name->name, place, context);
      if (!named) context.scopes[i] = said->second;
      context.scope_of_sentence = context.scope_of_sentence || !named;
    }
    if (const auto said = said_by_units(forms[i].id, match.tokens)) context.scopes[i] = *said;
  }
}

void end_aside(Aside at, DiscourseContext& context) {
  if (context.in_passing == Aside::none || (at == Aside::clause && context.in_passing != at))
    return;
  context.in_passing = Aside::none;
  context.adrift = true;
}

void forget_scopes(const Family& family, DiscourseContext& context) {
  if (!context.scope_of_sentence) return;
  for (std::size_t i = 0; i < context.scopes.size(); ++i)
    if (family.scopes[i].names.empty()) context.scopes[i].clear();
  context.scope_of_sentence = false;
}

void end_period_in_passing(DiscourseContext& context) {
  if (!context.period_in_passing) return;
  context.period_in_passing = false;
  context.span.reset();
}

}  // namespace tradereport::parser

// Reads a family file into a Family. The checks of references between its parts are in
// family_check.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "schemas/family.h"
#include "schemas/family_check.h"
#include "schemas/family_numerals.h"
#include "schemas/toml_reader.h"

namespace tradereport {

namespace {

const std::vector<std::pair<std::string, Span>> kSpans{{"month", Span::month}, {"ytd", Span::ytd}};
const std::vector<std::pair<std::string, Measure>> kMeasures{
    {"value", Measure::value},
    {"share", Measure::share},
    {"growth", Measure::growth},
    {"change", Measure::change},
    {"previous", Measure::previous},
    {"index", Measure::index},
    {"period_growth", Measure::period_growth},
    {"period_index", Measure::period_index},
    {"average_growth", Measure::average_growth}};
const std::vector<std::pair<std::string, Rounding>> kRoundings{{"nearest", Rounding::nearest},
                                                               {"cut", Rounding::cut}};
const std::vector<std::pair<std::string, ComputedFrom>> kComputedFrom{
    {"either", ComputedFrom::either},
    {"unrounded", ComputedFrom::unrounded},
    {"printed", ComputedFrom::printed}};

// "label", "month value", or with a flow of its own "month value FLOW".
std::optional<Column> parse_column(const std::string& text) {
  if (text == "label") return Column{true, Span::month, Measure::value, {}};
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos) return std::nullopt;
  const std::size_t second = std::min(text.find(' ', blank + 1), text.size());
  const auto measure = measure_from(text.substr(blank + 1, second - blank - 1));
  const std::string flow = second < text.size() ? text.substr(second + 1) : "";
  for (const auto& [name, span] : kSpans) {
    if (measure && text.substr(0, blank) == name) return Column{false, span, *measure, flow};
  }
  return std::nullopt;
}

Term parse_term(const std::string& text) {
  if (!text.empty() && text.front() == '-') return {-1, text.substr(1)};
  return {1, text};
}

std::map<std::string, int> read_numbers(TomlReader& root, const std::string& key, int most) {
  std::map<std::string, int> numbers;
  const toml::node* const node = root.node(key);
  if (node == nullptr) return numbers;
  const toml::table* const table = node->as_table();
  if (table == nullptr) root.error(key, "must be written as [" + key + "]", node);
  for (const auto& [word, value] : table != nullptr ? *table : toml::table{}) {
    const auto number = value.value_exact<std::int64_t>();
    if (!number || *number < 0 || *number > most) {
      root.error(key + "." + std::string(word.str()),
                 fmt::format("must be a whole number up to {}", most), &value);
      continue;
    }
    numbers.emplace(word.str(), static_cast<int>(*number));
  }
  return numbers;
}

void read_words(TomlReader& root, Family& family) {
  family.words = root.optional_map("words");
  family.numbers = read_numbers(root, "numbers", 9999);
  family.months = read_numbers(root, "months", 12);
  root.each("period", [&](TomlReader& r) {
    PeriodForm form{
        r.text("say"),           r.choice<Span>("span", kSpans), r.optional_int("from", 0),
        r.optional_int("to", 0), r.optional_bool("vague"),       r.line(),
        r.optional_bool("date")};
    family.periods.push_back(std::move(form));
  });
  root.one("comparison", [&](TomlReader& r) { family.bases = r.optional_texts("bases"); });
  root.each("unit", [&](TomlReader& r) {
    family.units.push_back({r.text("id"), r.text("say"), r.optional_bool("percent"),
                            r.optional_bool("foreign"), r.optional_bool("exact"),
                            r.optional_text("equals"), r.optional_map("says")});
  });
  root.each("flow", [&](TomlReader& r) {
    family.flows.push_back({r.text("id"), r.optional_text("row"), r.text("say"),
                            r.optional_text("negative"), r.optional_text("weak"),
                            r.optional_text("ytd_row"), r.optional_int("base", 0)});
  });
  root.one("direction", [&](TomlReader& r) {
    family.direction = {
        r.text("up"), r.text("down"), r.text("flat"), r.optional_text("nearly"), {}};
    for (const std::string& pair : r.optional_texts("opposites")) {
      const std::size_t slash = std::min(pair.find('/'), pair.size());
      family.direction.opposites.emplace_back(pair.substr(0, slash),
                                              pair.substr(std::min(slash + 1, pair.size())));
    }
    family.negatives = read_negatives(r, "negative");
  });
  root.one("lists", [&](TomlReader& r) {
    family.separators = r.text("separators");
    family.respectively = r.text("respectively");
  });
}

std::vector<Measure> read_measures(TomlReader& r, const std::string& key) {
  std::vector<Measure> measures;
  for (const std::string& name : r.optional_texts(key)) {
    if (const auto measure = measure_from(name)) {
      measures.push_back(*measure);
    } else {
      r.error(key, fmt::format("'{}' is no measure", name));
    }
  }
  return measures;
}

RowForm read_row(TomlReader& r, const std::string& table_flow) {
  RowForm row;
  row.name = r.text("name");
  row.flow = r.has("flow") ? r.text("flow") : table_flow;
  row.aliases = r.optional_texts("aliases");
  row.month = r.optional_int("month", 0);
  row.span = r.choice<Span>("span", kSpans);
  row.from = r.optional_int("from", 0);
  row.to = r.optional_int("to", row.from);
  if (row.to > 12 || row.from > row.to) r.error("from", "must be months, the first to the last");
  if (row.month != 0 && !row.span) row.span = Span::month;
  if (row.month < 0 || row.month > 12) r.error("month", "must be 1 to 12");
  for (const auto& [from, to] : r.optional_map("reads")) {
    const auto source = measure_from(from);
    const auto target = measure_from(to);
    if (source && target) {
      row.reads[*source] = *target;
    } else {
      r.error("reads", fmt::format("'{} = {}' names no measure", from, to));
    }
  }
  row.blank = read_measures(r, "blank");
  row.optional = r.optional_bool("optional");
  return row;
}

std::vector<Column> read_columns(TomlReader& r) {
  std::vector<Column> columns;
  for (const std::string& text : r.optional_texts("columns")) {
    if (const auto column = parse_column(text)) {
      columns.push_back(*column);
    } else {
      r.error("columns", fmt::format("'{}' is neither \"label\" nor span and measure", text));
    }
  }
  return columns;
}

// What an edition does not say is as in the table; a row with the name of another replaces it.
TableForm read_edition(TomlReader& r, const TableForm& table) {
  TableForm edition = table;
  edition.editions.clear();
  edition.head = r.optional_text("head");
  const bool by_head = !edition.head.empty();
  if (r.has("caption") || by_head) edition.caption = r.optional_text("caption");
  if (by_head && !edition.caption.empty()) r.error("head", "is for tables without a caption");
  if (!by_head && !r.has("caption") && !r.has("columns"))
    r.error("", "must have one of: caption, head, columns");
  if (auto columns = read_columns(r); !columns.empty()) edition.columns = std::move(columns);
  r.each("row", [&](TomlReader& given) {
    RowForm row = read_row(given, table.flow);
    const auto same = std::find_if(edition.rows.begin(), edition.rows.end(),
                                   [&](const RowForm& other) { return other.name == row.name; });
    if (same != edition.rows.end()) {
      *same = std::move(row);
    } else {
      given.error("name", fmt::format("'{}' is no [[table.row]]", row.name));
    }
  });
  return edition;
}

void read_tables(TomlReader& root, Family& family) {
  root.each("head", [&](TomlReader& r) {
    family.heads.push_back({r.text("say"), r.choice<Span>("span", kSpans),
                            r.choice<Measure>("measure", kMeasures), r.optional_bool("label"),
                            r.optional_text("flow")});
  });
  root.each("table", [&](TomlReader& r) {
    TableForm table;
    table.id = r.text("id");
    table.caption = r.text("caption");
    table.title = r.text("title");
    table.flow = r.optional_text("flow");
    table.unit = r.text("unit");
    table.names = r.optional_text("names");
    table.complete = r.optional_bool("complete");
    table.not_in = r.optional_ints("not_in");
    table.columns = read_columns(r);
    table.years = r.optional_text("years");
    table.negatives = read_negatives(r, "negative");
    r.each("row", [&](TomlReader& row) { table.rows.push_back(read_row(row, table.flow)); });
    r.each("group", [&](TomlReader& group) {
      table.groups.push_back({group.text("name"), group.optional_text("say"), group.text("names"),
                              group.optional_int("ranked", 0), group.optional_bool("complete")});
    });
    std::vector<TableForm> editions;
    r.each("edition", [&](TomlReader& e) { editions.push_back(read_edition(e, table)); });
    table.editions = std::move(editions);
    family.tables.push_back(std::move(table));
  });
  root.each("bloc", [&](TomlReader& r) {
    family.blocs.push_back({r.text("name"), r.optional_texts("members")});
  });
}

void read_relations(TomlReader& root, Family& family) {
  root.each("relation", [&](TomlReader& r) {
    RelationForm relation;
    relation.id = r.text("id");
    relation.name = r.local_text("name");
    relation.each = r.optional_text("each");
    relation.equal = r.has("equal");
    if (r.has("equal") == r.has("at_most")) r.error("equal", "give either equal or at_most");
    relation.whole = parse_term(r.optional_text(relation.equal ? "equal" : "at_most"));
    for (const std::string& part : r.optional_texts("parts")) {
      relation.parts.push_back(parse_term(part));
    }
    relation.rules = r.optional_map("rules");
    family.relations.push_back(std::move(relation));
  });
}

void read_narrative(TomlReader& root, Family& family) {
  root.one("lines", [&](TomlReader& r) {
    family.headings = r.optional_texts("headings");
    family.notes = r.optional_texts("notes");
    family.running_heads = r.optional_texts("running_heads");
    family.non_figures = r.optional_texts("non_figures");
    family.placeholders = r.optional_texts("placeholders");
    family.sections = r.optional_texts("sections");
    family.left_alone = r.optional_texts("left_alone");
    family.pictures = r.optional_texts("pictures");
    family.continued = r.optional_texts("continued");
  });
  root.one("narrative", [&](TomlReader& r) {
    family.fillers = r.optional_texts("fillers");
    family.narrative_complete = r.optional_bool("complete");
    family.whole_clauses = r.optional_bool("whole_clauses");
  });
  root.each("phrase", [&](TomlReader& r) {
    family.phrases.push_back({r.text("name"), r.text("say"),
                              r.choice<Measure>("measure", kMeasures), r.optional_bool("top_list"),
                              r.optional_bool("another_time"), r.optional_bool("same_subjects"),
                              r.line(), r.choice<Span>("span", kSpans), r.optional_text("flow"),
                              r.optional_text("row"), r.optional_map("says")});
  });
  root.each("scope", [&](TomlReader& r) {
    family.scopes.push_back({r.text("id"), r.optional_text("names")});
  });
  root.each("spoken", [&](TomlReader& r) {
    SpokenForm spoken{r.text("flow"), r.optional_text("names"), {}};
    spoken.measures = read_measures(r, "measures");
    family.spoken.push_back(std::move(spoken));
  });
}

Family read_family(TomlReader& root) {
  Family family;
  if (root.optional_int("format", 0) != 1) root.error("format", "must be 1");
  family.id = root.text("id");
  family.title = root.local_text("title");
  family.alphabetic = root.optional_bool("alphabetic");
  family.rounding = root.choice<Rounding>("rounding", kRoundings).value_or(Rounding::nearest);
  root.one("computed_from", [&](TomlReader& r) {
    family.rates = r.choice<ComputedFrom>("rates", kComputedFrom).value_or(ComputedFrom::either);
    family.sums = r.choice<ComputedFrom>("sums", kComputedFrom).value_or(ComputedFrom::either);
  });
  root.one("recognise", [&](TomlReader& r) {
    family.recognise.titles = r.optional_texts("titles");
    family.recognise.captions = r.optional_int("captions", 2);
  });
  read_numerals(root, family);
  read_words(root, family);
  family.names = root.name_sets("names");
  read_tables(root, family);
  read_relations(root, family);
  read_narrative(root, family);
  return family;
}

}  // namespace

std::string FamilyError::to_string() const {
  return fmt::format("{}:{}: {}{}{}", file, line, key, key.empty() ? "" : ": ", message);
}

FamilyLoad load_family(std::string_view toml, const std::string& file) {
  FamilyLoad load;
  try {
    const toml::table table = toml::parse(toml, file);
    Family family;
    {
      TomlReader root(table, "", file, load.errors);
      family = read_family(root);
    }
    if (load.errors.empty()) check_references(family, file, load.errors);
    if (load.errors.empty()) load.family = std::move(family);
  } catch (const toml::parse_error& e) {
    load.errors.push_back({file, static_cast<int>(e.source().begin.line), "",
                           fmt::format("not TOML: {}", e.description())});
  }
  std::stable_sort(load.errors.begin(), load.errors.end(),
                   [](const FamilyError& a, const FamilyError& b) { return a.line < b.line; });
  return load;
}

}  // namespace tradereport

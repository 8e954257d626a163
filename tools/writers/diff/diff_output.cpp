#include "tools/writers/diff/diff_output.h"

#include <fmt/format.h>

#include <map>

#include "schemas/period_words.h"
#include "tools/terminal/display_width.h"
#include "tools/writers/findings/finding_json.h"
#include "tools/writers/findings/possible.h"
#include "tools/writers/json_writer.h"
#include "tools/writers/text_writer.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

constexpr int kDiffSchema = 1;  // of schemas/diff.schema.json

class DiffText {
 public:
  DiffText(const ReportDiff& diff, const TextStyle& style) : diff_(diff), style_(style) {}

  std::string run(const Report& before, const Report& after, const Family& family) {
    out_ =
        paint(style_, "1",
              fmt::format("{} → {}{}{}{}{}", one_line(before.file), one_line(after.file),
                          say("cli.colon"), family_title(family, style_.language), say("cli.comma"),
                          period_in_words(after.period.to_string(), style_.language))) +
        "\n  " + counts() + "\n";
    if (!diff_.changes.empty()) out_ += "\n";
    for (const FigureChange& change : diff_.changes) out_ += line_of(change) + "\n";
    if (!diff_.left_behind.empty()) out_ += "\n" + heading("cli.diff.left_behind");
    for (const Candidate& candidate : diff_.left_behind) out_ += "  " + line_of(candidate) + "\n";
    if (!diff_.found.empty()) out_ += "\n" + heading("cli.diff.found");
    for (const Finding& finding : diff_.found) out_ += finding_text(finding, after.file, style_);
    return std::move(out_);
  }

 private:
  std::string say(std::string_view id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(style_.language, id, args);
  }
  std::string heading(std::string_view id) const { return paint(style_, "1", say(id)) + "\n"; }

  std::string counts() const {
    std::string line = diff_.changes.empty()
                           ? say("cli.diff.no_change")
                           : say("cli.diff.changes", {{"n", std::to_string(diff_.changes.size())}});
    line += say("cli.comma") + say("cli.diff.same", {{"n", std::to_string(diff_.same)}});
    if (diff_.gone > 0)
      line += say("cli.comma") + say("cli.diff.gone", {{"n", std::to_string(diff_.gone)}});
    return line;
  }

  static std::string value_of(const PrintedItem& item, bool with_unit) {
    const bool level = with_unit && item.unit != "%";
    return item.value->to_string() + (level ? " " : "") + (with_unit ? item.unit : "");
  }

  std::string where(const PrintedItem& item) const {
    return item.source.page > 0
               ? say("cli.check.on_page", {{"page", std::to_string(item.source.page)}})
               : "";
  }

  std::string line_of(const FigureChange& change) const {
    const PrintedItem& shown = change.after ? *change.after : *change.before;
    std::string what = validator::describe(*shown.key, style_.language) + say("cli.colon");
    if (!change.before) {
      what = say("cli.diff.new") + "  " + what + value_of(shown, true);
    } else if (!change.after) {
      what = say("cli.diff.missing") + "  " + what + value_of(shown, true);
    } else {
      const bool units = change.before->unit != change.after->unit;
      what = say("cli.diff.changed") + "  " + what + value_of(*change.before, units) + " → " +
             value_of(*change.after, true) + ranks(change);
    }
    return one_line(what + where(shown));
  }

  std::string ranks(const FigureChange& change) const {
    const int before = change.before->key->rank;
    const int after = change.after->key->rank;
    if (before == after) return "";
    return say("cli.diff.rank",
               {{"before", std::to_string(before)}, {"after", std::to_string(after)}});
  }

  std::string line_of(const Candidate& candidate) const {
    std::string what = validator::describe(*candidate.item.key, style_.language) +
                       say("cli.colon") + value_of(candidate.item, true);
    if (candidate.possible)
      what += say("cli.check.would_be", {{"range", possible_text(candidate, style_.language)}});
    return one_line(what + where(candidate.item));
  }

  const ReportDiff& diff_;
  const TextStyle& style_;
  std::string out_;
};

Json version_json(const Report& report) {
  return {{"file", report.file}, {"family", report.family}, {"period", report.period.to_string()}};
}

}  // namespace

std::string diff_text(const ReportDiff& diff, const Report& before, const Report& after,
                      const Family& family, const TextStyle& style) {
  return DiffText(diff, style).run(before, after, family);
}

std::string diff_json(const ReportDiff& diff, const Report& before, const Report& after,
                      Language language) {
  const auto item = [](const std::optional<PrintedItem>& of) {
    return of ? item_json(*of) : Json(nullptr);
  };
  Json json;
  json["schema"] = kDiffSchema;
  json["tool"] = {{"name", "tradereport"}, {"version", TRADEREPORT_VERSION}};
  json["before"] = version_json(before);
  json["after"] = version_json(after);
  json["same"] = diff.same;
  json["changes"] = Json::array();
  for (const FigureChange& change : diff.changes)
    json["changes"].push_back({{"before", item(change.before)}, {"after", item(change.after)}});
  json["left_behind"] = Json::array();
  for (const Candidate& candidate : diff.left_behind)
    json["left_behind"].push_back(candidate_json(candidate, after.file));
  json["found"] = Json::array();
  for (const Finding& finding : diff.found)
    json["found"].push_back(finding_json(finding, after.file, language, false));
  json["gone"] = diff.gone;
  return json_text(json);
}

}  // namespace tradereport::tools

// The proofs of findings, checked by a program that knows nothing of this one.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "tests/places.h"
#include "tests/tools/faulty_drafts.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

using JsonValue = nlohmann::json;

bool accepted(const ScratchFolder& folder, const JsonValue& answer) {
  folder.write("findings.json", answer.dump());
  const std::string command = "cd '" + folder.path().string() + "' && /usr/bin/python3 '" +
                              std::string(kSourceFolder) +
                              "/tests/tools/certificates/check_certificates.py' findings.json data"
                              " > said.txt 2>&1";
  return std::system(command.c_str()) == 0;
}

// All faulty drafts, with what the program finds and reads in them.
JsonValue checked_drafts(const ScratchFolder& folder) {
  for (const FaultyDraft& draft : faulty_drafts()) folder.write(draft.name + ".txt", draft.text);
  run_program("convert *.txt -o data", folder.path());
  return JsonValue::parse(run_program("check --format json --proof *.txt", folder.path()).out);
}

// The first finding that has inequalities of every sort.
JsonValue& first_proved(JsonValue& answer) {
  for (JsonValue& report : answer["reports"])
    for (JsonValue& finding : report["findings"])
      if (finding["inequalities"].size() > 3 && finding["inequalities"][0]["evidence"].is_number())
        return finding;
  throw std::runtime_error("no finding has a certificate");
}

TEST(Certificates, HoldWithoutTheProgram) {
  const ScratchFolder folder;
  EXPECT_TRUE(accepted(folder, checked_drafts(folder))) << folder.read("said.txt");
}

TEST(Certificates, AlteredOnesAreRejected) {
  const ScratchFolder folder;
  const JsonValue answer = checked_drafts(folder);
  const std::pair<const char*, std::function<void(JsonValue&)>> changes[] = {
      {"multiplier", [](JsonValue& f) { f["inequalities"][0]["multiplier"] = "7/3"; }},
      {"bound", [](JsonValue& f) { f["inequalities"][0]["bound"] = "1000000"; }},
      {"coefficient",
       [](JsonValue& f) { f["inequalities"][0]["terms"][0]["coefficient"] = "11/10"; }},
      {"level", [](JsonValue& f) { f["inequalities"][0]["terms"][0]["row"] = "another"; }},
      {"a row less", [](JsonValue& f) { f["inequalities"].erase(0); }},
      {"none",
       [](JsonValue& f) {
         f["inequalities"] = JsonValue::array();
         f["rule"] = "T01";
         f["relations"] = {f["relations"].back()};
       }},
      {"sense", [](JsonValue& f) { f["inequalities"][0]["sense"] = "="; }},
      {"figure",
       [](JsonValue& f) {
         f["evidence"][f["inequalities"][0]["evidence"].get<std::size_t>()]["value"] = "1.0";
       }},
      {"interval",
       [](JsonValue& f) {
         JsonValue& evidence = f["evidence"][f["inequalities"][0]["evidence"].get<std::size_t>()];
         evidence["interval"] = {{"min", evidence["value"]}, {"max", evidence["value"]}};
       }},
  };
  for (const auto& [what, change] : changes) {
    JsonValue altered = answer;
    change(first_proved(altered));
    EXPECT_FALSE(accepted(folder, altered)) << what;
  }
}

}  // namespace
}  // namespace tradereport::tools::test

#include "tools/serve/start_page.h"

#include <string_view>

#include "tools/page/frame.h"
#include "tools/serve/serve_files.h"
#include "tools/writers/json_writer.h"
#include "tools/writers/markup.h"

namespace tradereport::tools {

std::string start_page(Language language, const ServeLimits& limits) {
  const auto say = [&](const char* id) { return escaped(format_message(language, id)); };
  const Language other = language == Language::zh ? Language::en : Language::zh;
  const Json data{{"lang", language_tag(language)},
                  {"words", words_of(language, {"serve.page."})},
                  {"limits",
                   {{"file_bytes", limits.file_bytes},
                    {"job_bytes", limits.job_bytes},
                    {"job_files", limits.job_files}}}};
  return filled_in(embedded_file(serve_files(), "serve.html"),
                   {{"lang", language_tag(language)},
                    {"other", language_tag(other)},
                    {"other-name", other == Language::zh ? "中文" : "English"},
                    {"title", say("serve.page.title")},
                    {"lead", say("serve.page.lead")},
                    {"drop", say("serve.page.drop")},
                    {"files", say("serve.page.files")},
                    {"folder", say("serve.page.folder")},
                    {"kinds", say("serve.page.kinds")},
                    {"stop", say("serve.page.stop")},
                    {"private", say("serve.page.private")},
                    {"noscript", say("page.noscript")},
                    {"data", embedded(data)}});
}

std::string part_of_start_page(const std::string& name) {
  if (name != "serve.css" && name != "serve.js") return {};
  return std::string(embedded_file(serve_files(), name));
}

}  // namespace tradereport::tools

#include "tools/serve/site.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "tools/serve/start_page.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kLongestSentName = 1000;

// The audit page has a policy of its own that names the one script and style by their hashes; both
// policies hold.
constexpr const char* kAuditPolicy =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

Reply with_headers(Reply reply, const char* policy = kPolicy) {
  reply.headers.insert({{"Content-Security-Policy", policy},
                        {"X-Content-Type-Options", "nosniff"},
                        {"X-Frame-Options", "DENY"},
                        {"Referrer-Policy", "no-referrer"},
                        {"Cross-Origin-Opener-Policy", "same-origin"},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Cache-Control", "no-store"}});
  return reply;
}

Reply refuse(const Refusal& refusal, Language language) {
  Reply reply;
  reply.status = refusal.status;
  reply.body = format_message(language, refusal.message, refusal.args) + "\n";
  if (refusal.status == 503 || refusal.status == 429) reply.headers["Retry-After"] = "2";
  return with_headers(std::move(reply));
}

Reply json_reply(const Json& json, int status = 200) {
  Reply reply;
  reply.status = status;
  reply.type = "application/json";
  reply.body = dumped(json);
  return with_headers(std::move(reply));
}

Reply empty_reply(int status) {
  Reply reply;
  reply.status = status;
  return with_headers(std::move(reply));
}

const char* type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".json")) return "application/json";
  if (name.ends_with(".zip")) return "application/zip";
  if (name.ends_with(".pdf")) return "application/pdf";
  if (name.ends_with(".xlsx"))
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return "application/octet-stream";
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    parts.push_back(path.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

}  // namespace

Language language_of(const Asked& asked) {
  const std::string chosen = asked.argument("lang");
  const std::string tag = chosen.empty() ? asked.header("accept-language") : chosen;
  return language_from(tag.substr(0, tag.find_first_of(",;"))).value_or(Language::en);
}

std::optional<Reply> Site::refused(const Asked& asked) const {
  const std::optional<Refusal> refusal = gate_.refusal(asked, store_.limits());
  if (!refusal) return std::nullopt;
  return refuse(*refusal, language_of(asked));
}

Reply Site::answer(const Asked& asked) {
  const std::string path = asked.path.substr(gate_.token.size() + 2);
  const bool get = asked.method == "GET" || asked.method == "HEAD";
  if (get && path.empty()) {
    Reply page;
    page.type = type_of(".html");
    page.body = start_page(language_of(asked), store_.limits());
    return with_headers(std::move(page));
  }
  const std::string part = get ? part_of_start_page(path) : std::string();
  if (!part.empty()) {
    Reply reply;
    reply.type = type_of(path);
    reply.body = part;
    return with_headers(std::move(reply));
  }
  if (path == "jobs" && asked.method == "POST") {
    std::string id;
    const std::optional<Refusal> refusal = store_.open(language_of(asked), id);
    return refusal ? refuse(*refusal, language_of(asked)) : json_reply({{"id", id}}, 201);
  }
  return job(asked, path);
}

Reply Site::job(const Asked& asked, const std::string& path) {
  const std::vector<std::string> parts = parts_of(path);
  const Language language = language_of(asked);
  if (parts.size() < 2 || parts.size() > 3 || parts[0] != "jobs") return refuse(kGone, language);
  const std::string& id = parts[1];
  if (asked.method == "POST" && parts.size() == 3 && parts[2] == "start") {
    const std::optional<Refusal> refusal = store_.start(id);
    return refusal ? refuse(*refusal, language) : empty_reply(202);
  }
  if (asked.method == "DELETE" && parts.size() == 2)
    return store_.remove(id) ? empty_reply(204) : refuse(kGone, language);
  if (asked.method != "GET" && asked.method != "HEAD") return refuse(kGone, language);
  if (parts.size() == 3) return product(id, parts[2], asked);
  const std::optional<JobStatus> status = store_.status(id);
  if (!status) return refuse(kGone, language);
  return json_reply(
      {{"state", to_string(status->state)}, {"done", status->done}, {"total", status->total}});
}

Reply Site::product(const std::string& id, const std::string& name, const Asked& asked) const {
  Reply reply;
  reply.file = store_.product(id, name);
  if (reply.file == nullptr) return refuse(kGone, language_of(asked));
  reply.type = type_of(name);
  const bool shown = name.ends_with(".html") && !asked.query.contains("save");
  if (!shown) reply.headers["Content-Disposition"] = "attachment; filename=\"" + name + "\"";
  return with_headers(std::move(reply), name.ends_with(".html") ? kAuditPolicy : kPolicy);
}

Reply Site::upload(const Asked& asked, const BodyReader& read) {
  const Language language = language_of(asked);
  const std::vector<std::string> parts = parts_of(asked.path.substr(gate_.token.size() + 2));
  const std::string name = asked.argument("name");
  // A body that nobody reads would have the connection reset before the answer is there.
  const auto turn_away = [&](const Refusal& refusal) {
    read([](std::string_view) { return true; });
    return refuse(refusal, language);
  };
  if (parts.size() != 3 || parts[0] != "jobs" || parts[2] != "files") return turn_away(kGone);
  if (name.empty() || name.size() > kLongestSentName)
    return turn_away({400, "serve.refused.name", {}});
  const std::uint64_t size = announced_length(asked).value_or(0);
  if (const std::optional<Refusal> refusal = store_.begin_upload(parts[1], size))
    return turn_away(*refusal);
  std::optional<NamedFile> file;
  try {
    file = NamedFile{name, MemoryFile()};
    const bool whole = read([&](std::string_view bytes) {
      if (file->bytes.size() + bytes.size() > size) return false;
      file->bytes.append(bytes);
      return true;
    });
    if (!whole || file->bytes.size() != size) file.reset();
  } catch (const std::system_error&) {  // there is no memory for it
    file.reset();
  }
  const bool good = file.has_value();
  store_.end_upload(parts[1], size, std::move(file));
  return good ? empty_reply(201) : refuse({400, "serve.refused.cut_off", {}}, language);
}

}  // namespace tradereport::tools

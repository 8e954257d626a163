// What the served page does, without a socket: its paths below the token are
//   GET    /                       the page; ?lang=en or zh
//   GET    /serve.css, /serve.js   its parts
//   POST   /jobs?lang=             a new job: {"id": …}
//   PUT    /jobs/ID/files?name=    a file of the job, as the body
//   POST   /jobs/ID/start          no more files are to come
//   GET    /jobs/ID                {"state": "reading", "done": 3, "total": 12}
//   GET    /jobs/ID/NAME           a result: audit.html, check.json, figures.xlsx, figures-csv.zip
//   DELETE /jobs/ID
#pragma once

#include <optional>

#include "schemas/messages.h"
#include "tools/serve/asked.h"
#include "tools/serve/gate.h"
#include "tools/serve/job_store.h"

namespace tradereport::tools {

class Site {
 public:
  // The store must outlive it.
  Site(Gate gate, JobStore& store) : gate_(std::move(gate)), store_(store) {}

  // The answer to a request that goes no further than its head.
  std::optional<Reply> refused(const Asked& asked) const;
  // To one that was not refused, and has no body.
  Reply answer(const Asked& asked);
  // To one that was not refused, and whose body is a file.
  Reply upload(const Asked& asked, const BodyReader& read);

 private:
  Reply job(const Asked& asked, const std::string& path);
  Reply product(const std::string& id, const std::string& name, const Asked& asked) const;

  Gate gate_;
  JobStore& store_;
};

// The language that the address asks for (lang=), else the browser (Accept-Language: the one that
// it names first).
Language language_of(const Asked& asked);

}  // namespace tradereport::tools

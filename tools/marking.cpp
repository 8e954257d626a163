#include "tools/marking.h"

#include <utility>

#include "tools/terminal/interrupt.h"
#include "tools/workers/document_worker.h"
#include "tools/writers/files/own_pdf.h"

namespace tradereport::tools {

namespace {

constexpr int kMarkingTick = 250;  // milliseconds

}  // namespace

void Marking::report(const DocumentResult& document) {
  if (!document.report) return;
  if (document.turns.empty() || document.input.file() == "-") {
    others_.push_back(document.input.path);
    return;
  }
  reports_.push_back({document.input, document.turns, document.content});
  for (const Finding& finding : document.checked.findings)
    marks_.add(document.report->file, finding);
}

void Marking::finding(const std::string& file, const Finding& finding) {
  marks_.add(file, finding);
}

MarkedCopy Marking::copy_from(const MarkedReport& report, const Ended& job,
                              const parser::Reader& reader) const {
  const std::string& file = report.input.path;
  std::optional<InputError> error;
  const Answer answer = answer_of(job, report.input, reader.families(), error);
  if (error) return {{}, {*error}};
  if (answer.hash != report.content) return {{}, {InputError{file, "annotate_changed", {}}}};
  MarkedCopy copy;
  if (answer.annotated) copy.bytes = with_own_mark(answer.annotated->bytes);
  if (copy.bytes.empty()) return {{}, {InputError{file, "bad_answer", {{"reason", "?"}}}}};
  if (answer.annotated->anew) copy.remarks.push_back({file, "annotated_anew", {}});
  if (answer.annotated->is_signed) copy.remarks.push_back({file, "annotated_signed", {}});
  return copy;
}

void Marking::make_copies(
    const Invocation& invocation, const parser::Reader& reader,
    const std::function<void(const MarkedReport&, MarkedCopy&&)>& take) const {
  std::vector<const MarkedReport*> due;
  for (const MarkedReport& report : reports_)
    if (is_due(report)) due.push_back(&report);
  if (due.empty()) return;
  const DocumentWorker worker(reader);
  WorkerPool pool(worker_count(invocation, due.size()), worker_limits(invocation),
                  [&](std::string_view bytes, int file) { return worker.serve(bytes, file); });
  std::size_t next = 0;
  for (std::size_t ended = 0; ended < due.size();) {
    check_interrupt();
    while (next < due.size() && pool.has_idle()) {
      const Input& input = due[next]->input;
      const OpenFile file =
          input.held >= 0 ? open_held(input.held, input.path) : open_input(input.file());
      if (file.error) {
        take(*due[next++], {{}, {*file.error}});
        ++ended;
        continue;
      }
      Request request;
      request.task = Request::Task::annotate;
      if (!input.container.empty()) request.entry = input.entry;
      request.marks = marks_.of(input.path);
      request.turns = due[next]->turns;
      pool.start(next++, {encode_request(request), file.descriptor});
    }
    if (ended == due.size()) return;
    for (const Ended& job : pool.wait(kMarkingTick)) {
      take(*due[job.ticket], copy_from(*due[job.ticket], job, reader));
      ++ended;
    }
  }
}

}  // namespace tradereport::tools

#include "tools/dev/mutations/trial_by_damage.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>

#include "tools/dev/mutations/mutation.h"
#include "tools/inputs/open_input.h"
#include "tools/workers/document_worker.h"
#include "tools/workers/message.h"
#include "tools/workers/worker_pool.h"

namespace tradereport {

namespace {

using tools::Answer;
using tools::Ended;

using Named = std::tuple<std::string, Span, std::string, std::string, int, std::string, Measure>;

Named named(const FigureKey& key) {
  return {key.place, key.span, key.flow, key.group, key.rank, key.row, key.measure};
}

// Figures and claims as printed, by what they are.
std::multimap<Named, std::string> printed_figures(const Report& report) {
  std::multimap<Named, std::string> all;
  for (const Figure& figure : report.figures) all.emplace(named(figure.key), figure.printed);
  for (const Claim& claim : report.claims) all.emplace(named(claim.key), claim.printed);
  return all;
}

std::multiset<std::pair<std::string, std::string>> findings_of(const Answer& answer) {
  std::multiset<std::pair<std::string, std::string>> all;
  for (const Finding& finding : answer.checked.findings)
    all.emplace(finding.rule, finding.candidates.empty() ? std::string()
                                                         : finding.candidates.front().item.printed);
  return all;
}

// Whoever trusts exit status and findings has been warned.
bool told(const Answer& answer, const Answer& before) {
  if (!answer.error.empty() || answer.report->has_holes()) return true;
  const auto now = findings_of(answer);
  const auto then = findings_of(before);
  return !std::includes(then.begin(), then.end(), now.begin(), now.end());
}

std::string result_of(const Answer& answer, const Answer& before) {
  if (told(answer, before)) return "told";
  const auto now = printed_figures(*answer.report);
  const auto then = printed_figures(*before.report);
  if (now == then) return "as before";
  const bool all = std::all_of(then.begin(), then.end(), [&](const auto& figure) {
    return now.count(figure.first) == then.count(figure.first);
  });
  return all ? "glyphs" : "lost";
}

int open_bytes(std::string_view bytes) {
  const int file = ::memfd_create("damaged", MFD_CLOEXEC);
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0) throw std::runtime_error("no memory for a damaged file");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

class Trials {
 public:
  Trials(const parser::Reader& reader, const std::vector<std::string>& files)
      : reader_(reader), files_(files), worker_(reader) {
    for (const std::string& file : files) {
      bytes_.push_back(tools::read_bytes(file).bytes);
      pool_.start(0, {request_, open_bytes(bytes_.back())});
      const Ended ended = one();
      before_.push_back(tools::decode_answer(ended.answer, reader_.families()));
      if (!before_.back().report) throw std::runtime_error("no report: " + file);
    }
  }

  void run(std::size_t count, std::uint32_t first,
           const std::function<void(const DamagedReport&)>& each) {
    std::map<std::size_t, DamagedReport> running;
    for (std::size_t next = 0; next < count || !running.empty();) {
      for (; next < count && pool_.has_idle(); ++next) {
        const auto seed = static_cast<std::uint32_t>(first + next);
        const Mutation mutation = mutate(bytes_[next % files_.size()], seed);
        running[next] = {files_[next % files_.size()], seed, mutation.what, {}};
        pool_.start(next, {request_, open_bytes(mutation.bytes)});
      }
      for (const Ended& ended : pool_.wait(1000)) {
        DamagedReport report = std::move(running.extract(ended.ticket).mapped());
        report.result = judged(ended, before_[ended.ticket % files_.size()]);
        each(report);
      }
    }
  }

 private:
  Ended one() {
    for (;;)
      for (Ended& ended : pool_.wait(1000)) return std::move(ended);
  }

  std::string judged(const Ended& ended, const Answer& before) const {
    switch (ended.how) {
      case Ended::How::answered:
        return result_of(tools::decode_answer(ended.answer, reader_.families()), before);
      case Ended::How::out_of_memory:
        return "out_of_memory";
      case Ended::How::out_of_time:
        return "out_of_time";
      default:
        return "crashed";
    }
  }

  const parser::Reader& reader_;
  const std::vector<std::string>& files_;
  const std::string request_ = tools::encode_request({tools::Request::Task::check, std::nullopt});
  tools::DocumentWorker worker_;
  tools::WorkerPool pool_{
      std::max(1U, std::thread::hardware_concurrency()),
      {},
      [this](std::string_view request, int file) { return worker_.serve(request, file); },
      [this] { return worker_.prepare(); }};
  std::vector<std::string> bytes_;
  std::vector<Answer> before_;
};

}  // namespace

void try_damage(const parser::Reader& reader, const std::vector<std::string>& files,
                std::size_t count, std::uint32_t first,
                const std::function<void(const DamagedReport&)>& each) {
  Trials(reader, files).run(count, first, each);
}

}  // namespace tradereport

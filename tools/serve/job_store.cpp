#include "tools/serve/job_store.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "tools/serve/random_name.h"

namespace tradereport::tools {

namespace {

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes >> 20U);
}

bool is_over(JobState state) {
  return state == JobState::done || state == JobState::failed;
}

const Refusal kBusy{503, "serve.refused.busy", {}};

}  // namespace

const char* to_string(JobState state) {
  switch (state) {
    case JobState::receiving:
      return "receiving";
    case JobState::waiting:
      return "waiting";
    case JobState::reading:
      return "reading";
    case JobState::done:
      return "done";
    default:
      return "failed";
  }
}

JobStore::JobStore(const ServeLimits& limits, Run run, std::function<Clock::time_point()> now)
    : limits_(limits), run_(std::move(run)), now_(std::move(now)) {
  for (std::size_t i = 0; i < limits_.reading; ++i) readers_.emplace_back([this] { read_jobs(); });
}

JobStore::~JobStore() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    ending_ = true;
    jobs_.clear();
  }
  work_.notify_all();
  for (std::thread& reader : readers_) reader.join();
}

std::optional<Refusal> JobStore::open(Language language, std::string& id) {
  const std::lock_guard<std::mutex> lock(mutex_);
  drop_idle();
  const Clock::time_point now = now_();
  while (!opened_.empty() && now - opened_.front() >= std::chrono::minutes(1)) opened_.pop_front();
  if (opened_.size() >= limits_.jobs_a_minute) return Refusal{429, "serve.refused.rate", {}};
  if (active() >= limits_.jobs) return kBusy;
  opened_.push_back(now);
  id = random_name();
  Entry& entry = jobs_[id];
  entry.number = next_++;
  entry.language = language;
  entry.touched = now;
  return std::nullopt;
}

std::optional<Refusal> JobStore::begin_upload(const std::string& id, std::uint64_t size) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto job = jobs_.find(id);
  if (job == jobs_.end() || job->second.status.state != JobState::receiving) return kGone;
  Entry& entry = job->second;
  if (size > limits_.file_bytes)
    return Refusal{413, "serve.refused.file_size", {{"most", mebibytes(limits_.file_bytes)}}};
  if (entry.reserved + size > limits_.job_bytes)
    return Refusal{413, "serve.refused.job_size", {{"most", mebibytes(limits_.job_bytes)}}};
  if (entry.announced >= limits_.job_files)
    return Refusal{413, "serve.refused.job_files", {{"most", std::to_string(limits_.job_files)}}};
  if (uploads_ >= limits_.uploads || announced() >= limits_.all_files) return kBusy;
  while (used() + size > limits_.all_bytes) {  // older results make room
    const std::size_t before = jobs_.size();
    drop_oldest();
    if (jobs_.size() == before) return kBusy;
  }
  ++uploads_;
  ++entry.announced;
  ++entry.coming;
  entry.reserved += size;
  entry.touched = now_();
  return std::nullopt;
}

void JobStore::end_upload(const std::string& id, std::uint64_t size,
                          std::optional<NamedFile> file) {
  const std::lock_guard<std::mutex> lock(mutex_);
  --uploads_;
  const auto job = jobs_.find(id);
  if (job == jobs_.end()) return;
  Entry& entry = job->second;
  --entry.coming;
  entry.touched = now_();
  if (file) {
    entry.files.push_back(std::move(*file));
  } else {
    entry.reserved -= size;
    --entry.announced;
  }
}

std::optional<Refusal> JobStore::start(const std::string& id) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto job = jobs_.find(id);
    if (job == jobs_.end() || job->second.status.state != JobState::receiving) return kGone;
    Entry& entry = job->second;
    if (entry.files.empty() || entry.coming > 0) return Refusal{409, "serve.refused.no_files", {}};
    entry.status = {JobState::waiting, 0, entry.files.size()};
    waiting_.push_back(id);
  }
  work_.notify_one();
  return std::nullopt;
}

std::optional<JobStatus> JobStore::status(const std::string& id) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto job = jobs_.find(id);
  if (job == jobs_.end()) return std::nullopt;
  return job->second.status;
}

std::shared_ptr<const MemoryFile> JobStore::product(const std::string& id,
                                                    const std::string& name) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto job = jobs_.find(id);
  if (job == jobs_.end()) return nullptr;
  const auto product = job->second.products.find(name);
  return product == job->second.products.end() ? nullptr : product->second;
}

bool JobStore::remove(const std::string& id) {
  const std::lock_guard<std::mutex> lock(mutex_);
  return jobs_.erase(id) > 0;
}

std::uint64_t JobStore::bytes() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return used();
}

std::uint64_t JobStore::used() const {
  std::uint64_t sum = 0;
  for (const auto& [id, entry] : jobs_) sum += entry.reserved + entry.product_bytes;
  return sum;
}

std::size_t JobStore::announced() const {
  std::size_t sum = 0;
  for (const auto& [id, entry] : jobs_) sum += entry.announced;
  return sum;
}

std::size_t JobStore::active() const {
  return static_cast<std::size_t>(std::count_if(jobs_.begin(), jobs_.end(), [](const auto& job) {
    return !is_over(job.second.status.state);
  }));
}

// Somebody has closed the page while files were sent.
void JobStore::drop_idle() {
  const Clock::time_point now = now_();
  std::erase_if(jobs_, [&](const auto& job) {
    const Entry& entry = job.second;
    return entry.status.state == JobState::receiving && entry.coming == 0 &&
           now - entry.touched >= limits_.idle;
  });
}

void JobStore::drop_oldest() {
  auto oldest = jobs_.end();
  for (auto job = jobs_.begin(); job != jobs_.end(); ++job) {
    if (!is_over(job->second.status.state)) continue;
    if (oldest == jobs_.end() || job->second.number < oldest->second.number) oldest = job;
  }
  if (oldest != jobs_.end()) jobs_.erase(oldest);
}

void JobStore::read_jobs() {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    work_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (ending_) return;
    const std::string id = std::move(waiting_.front());
    waiting_.pop_front();
    if (jobs_.contains(id)) read_one(id, lock);
  }
}

void JobStore::read_one(const std::string& id, std::unique_lock<std::mutex>& lock) {
  Entry& starting = jobs_.at(id);
  starting.status.state = JobState::reading;
  const Language language = starting.language;
  std::vector<NamedFile> files = std::move(starting.files);
  starting.files.clear();
  lock.unlock();
  JobOutcome outcome;
  try {
    outcome = run_(language, files, [&](std::size_t done, std::size_t total) {
      const std::lock_guard<std::mutex> inner(mutex_);
      const auto job = jobs_.find(id);
      if (job == jobs_.end()) return false;
      job->second.status = {JobState::reading, done, total};
      return true;
    });
  } catch (const std::exception&) {  // no process or memory can be had: the job has failed
    outcome = {};
  }
  files.clear();
  lock.lock();
  const auto job = jobs_.find(id);
  if (job == jobs_.end()) return;
  Entry& entry = job->second;
  entry.status.state = outcome.done ? JobState::done : JobState::failed;
  entry.reserved = 0;
  entry.announced = 0;
  for (NamedFile& product : outcome.products) {
    entry.product_bytes += product.bytes.size();
    entry.products.emplace(std::move(product.name),
                           std::make_shared<const MemoryFile>(std::move(product.bytes)));
  }
  const auto over = [this] { return jobs_.size() - active() > limits_.results; };
  const auto kept = [this] {
    std::uint64_t sum = 0;
    for (const auto& [name, one] : jobs_) sum += one.product_bytes;
    return sum;
  };
  while (over() || (kept() > limits_.result_bytes && jobs_.size() - active() > 1)) drop_oldest();
}

}  // namespace tradereport::tools

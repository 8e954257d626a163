// The jobs of the served page, their limits, and its answers without a socket.
#include "tools/serve/job_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tools/serve/site.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {
namespace {

using testing::HasSubstr;
using Clock = JobStore::Clock;

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;

ServeLimits small_limits() {
  ServeLimits limits;
  limits.file_bytes = 4 * kMiB;
  limits.job_bytes = 6 * kMiB;
  limits.job_files = 3;
  limits.all_bytes = 10 * kMiB;
  limits.uploads = 2;
  limits.jobs = 3;
  limits.results = 2;
  return limits;
}

// Gives back the names of the files.
JobOutcome list_names(Language, const std::vector<NamedFile>& files, const JobProgress& progress) {
  JobOutcome outcome;
  outcome.done = progress(files.size(), files.size());
  MemoryFile names;
  for (const NamedFile& file : files) names.append(file.name + "\n");
  outcome.products.push_back({"audit.html", std::move(names)});
  return outcome;
}

std::string opened(JobStore& store) {
  std::string id;
  EXPECT_FALSE(store.open(Language::en, id));
  return id;
}

int begin(JobStore& store, const std::string& id, std::uint64_t size) {
  const auto refusal = store.begin_upload(id, size);
  return refusal ? refusal->status : 0;
}

JobState wait_for(const JobStore& store, const std::string& id) {
  for (int i = 0; i < 500; ++i) {
    const auto status = store.status(id);
    if (!status) return JobState::failed;
    if (status->state == JobState::done || status->state == JobState::failed) return status->state;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return JobState::reading;
}

void finish_job(JobStore& store, const std::string& id) {
  ASSERT_EQ(begin(store, id, 4), 0);
  MemoryFile bytes;
  bytes.append("text");
  store.end_upload(id, 4, NamedFile{"a.txt", std::move(bytes)});
  ASSERT_FALSE(store.start(id));
  ASSERT_EQ(wait_for(store, id), JobState::done);
}

TEST(JobStore, RoomIsTakenBeforeAFileComesAndGivenBack) {
  JobStore store(small_limits(), list_names);
  const std::string id = opened(store);
  EXPECT_EQ(begin(store, id, 5 * kMiB), 413);
  EXPECT_EQ(begin(store, id, 4 * kMiB), 0);
  EXPECT_EQ(store.bytes(), 4 * kMiB);
  EXPECT_EQ(begin(store, id, 3 * kMiB), 413);  // together
  EXPECT_EQ(begin(store, id, 2 * kMiB), 0);
  EXPECT_EQ(begin(store, opened(store), 1), 503);  // two at once
  store.end_upload(id, 4 * kMiB, std::nullopt);
  EXPECT_EQ(store.bytes(), 2 * kMiB);
  EXPECT_TRUE(store.remove(id));
  store.end_upload(id, 2 * kMiB, std::nullopt);
  EXPECT_EQ(store.bytes(), 0U);
  EXPECT_EQ(begin(store, "unknown", 1), 404);
}

TEST(JobStore, AllJobsTogetherHaveALimit) {
  JobStore store(small_limits(), list_names);
  const std::string first = opened(store);
  const std::string second = opened(store);
  EXPECT_EQ(begin(store, first, 4 * kMiB), 0);
  store.end_upload(first, 4 * kMiB, NamedFile{"a", MemoryFile()});
  EXPECT_EQ(begin(store, first, 2 * kMiB), 0);
  store.end_upload(first, 2 * kMiB, NamedFile{"b", MemoryFile()});
  EXPECT_EQ(begin(store, second, 4 * kMiB), 0);
  store.end_upload(second, 4 * kMiB, NamedFile{"a", MemoryFile()});
  EXPECT_EQ(begin(store, second, 1 * kMiB), 503);
  opened(store);
  std::string id;
  ASSERT_TRUE(store.open(Language::en, id));  // a fourth job
}

TEST(JobStore, TheOldestResultsAreDroppedFirst) {
  JobStore store(small_limits(), list_names);
  std::vector<std::string> ids;
  for (int i = 0; i < 3; ++i) {
    ids.push_back(opened(store));
    finish_job(store, ids.back());
  }
  EXPECT_EQ(store.product(ids[0], "audit.html"), nullptr);
  ASSERT_NE(store.product(ids[1], "audit.html"), nullptr);
  ASSERT_NE(store.product(ids[2], "audit.html"), nullptr);
  EXPECT_EQ(store.product(ids[2], "audit.html")->read_at(0, 100), "a.txt\n");
  EXPECT_EQ(store.product(ids[2], "other"), nullptr);
  EXPECT_EQ(store.bytes(), 12U);
}

TEST(JobStore, RequestsHaveARateAndIdleJobsEnd) {
  ServeLimits limits = small_limits();
  limits.jobs_a_minute = 4;
  Clock::time_point now = Clock::now();
  JobStore store(limits, list_names, [&] { return now; });
  for (int i = 0; i < 3; ++i) opened(store);
  now += limits.idle;  // nobody has sent anything
  for (int i = 0; i < 3; ++i) opened(store);
  now += limits.idle;
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(store.remove(opened(store)));
  EXPECT_TRUE(store.remove(opened(store)));
  std::string id;
  const auto refusal = store.open(Language::en, id);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->status, 429);
}

TEST(JobStore, ARemovedJobIsGivenUp) {
  std::atomic<bool> given_up = false;
  const auto endless = [&](Language, const std::vector<NamedFile>&, const JobProgress& progress) {
    while (progress(0, 1)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    given_up = true;
    return JobOutcome{};
  };
  JobStore store(small_limits(), endless);
  const std::string id = opened(store);
  ASSERT_EQ(begin(store, id, 0), 0);
  store.end_upload(id, 0, NamedFile{"a.txt", MemoryFile()});
  ASSERT_FALSE(store.start(id));
  EXPECT_TRUE(store.start(id));  // once
  for (int i = 0; i < 500 && store.status(id)->state != JobState::reading; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(store.remove(id));
  for (int i = 0; i < 500 && !given_up; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(given_up);
}

// ------------------------------------------------------------ the site

class ServedSite : public testing::Test {
 protected:
  Asked asked(const std::string& method, const std::string& path) const {
    Asked request;
    request.method = method;
    request.path = "/token/" + path;
    request.headers = {{"host", "127.0.0.1:1"}};
    return request;
  }

  JobStore store_{small_limits(), list_names};
  Site site_{Gate{"token", 1}, store_};
};

TEST_F(ServedSite, EveryAnswerForbidsWhatABrowserMightGuess) {
  Asked foreign = asked("GET", "");
  foreign.headers["host"] = "evil.example";
  const auto refused = site_.refused(foreign);
  ASSERT_TRUE(refused);
  for (const Reply& reply : {site_.answer(asked("GET", "")), site_.answer(asked("GET", "serve.js")),
                             site_.answer(asked("GET", "nothing")), *refused}) {
    EXPECT_THAT(reply.headers.at("Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(reply.headers.at("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(reply.headers.at("Cache-Control"), "no-store");
    EXPECT_EQ(reply.headers.at("Referrer-Policy"), "no-referrer");
    EXPECT_FALSE(reply.headers.contains("Access-Control-Allow-Origin"));
  }
}

TEST_F(ServedSite, SpeaksTheBrowsersLanguageOrTheOneAskedFor) {
  Asked request = asked("GET", "");
  EXPECT_THAT(site_.answer(request).body, HasSubstr("Drop reports here"));
  request.headers["accept-language"] = "zh-CN,zh;q=0.9,en;q=0.8";
  EXPECT_THAT(site_.answer(request).body, HasSubstr("把报告拖放到这里"));
  request.query["lang"] = "en";
  EXPECT_THAT(site_.answer(request).body, HasSubstr("Drop reports here"));
}

// Else the sender's connection is reset, and he never sees why.
TEST_F(ServedSite, AFileThatIsTurnedAwayIsReadAndForgotten) {
  Asked request = asked("PUT", "jobs/unknown/files");
  request.query["name"] = "a.txt";
  request.headers["content-length"] = "4";
  bool read = false;
  const auto body = [&](const std::function<bool(std::string_view)>& take) {
    read = true;
    return take("text");
  };
  EXPECT_EQ(site_.upload(request, body).status, 404);
  EXPECT_TRUE(read);
  EXPECT_EQ(store_.bytes(), 0U);
}

TEST_F(ServedSite, AFileThatIsCutOffLeavesNothing) {
  const std::string id = Json::parse(site_.answer(asked("POST", "jobs")).body)["id"];
  Asked request = asked("PUT", "jobs/" + id + "/files");
  request.query["name"] = "a.txt";
  request.headers["content-length"] = "10";
  const auto half = [](const std::function<bool(std::string_view)>& take) { return take("half"); };
  EXPECT_EQ(site_.upload(request, half).status, 400);
  const auto more = [](const std::function<bool(std::string_view)>& take) {
    return take("more than ten bytes");
  };
  EXPECT_EQ(site_.upload(request, more).status, 400);
  EXPECT_EQ(store_.bytes(), 0U);
  EXPECT_EQ(site_.answer(asked("POST", "jobs/" + id + "/start")).status, 409);
  request.query["name"] = std::string(2000, 'x');
  EXPECT_EQ(site_.upload(request, half).status, 400);
}

}  // namespace
}  // namespace tradereport::tools

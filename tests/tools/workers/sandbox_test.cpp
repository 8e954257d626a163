// What a worker that has been taken over may still do.
#include "tools/workers/sandbox/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <string>

#include "tools/workers/worker_pool.h"

namespace tradereport::tools {
namespace {

std::string done_or_errno(bool good) {
  return good ? "done" : std::strerror(errno);
}

void* map(int protection) {
  return ::mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

std::string attempt(std::string_view request) {
  if (request == "write and execute")
    return done_or_errno(map(PROT_READ | PROT_WRITE | PROT_EXEC) != MAP_FAILED);
  if (request == "execute what was written")
    return done_or_errno(::mprotect(map(PROT_READ | PROT_WRITE), 4096, PROT_READ | PROT_EXEC) == 0);
  if (request == "passwords") return done_or_errno(::open("/etc/passwd", O_RDONLY) >= 0);
  if (request == "list the root") return done_or_errno(::open("/", O_RDONLY | O_DIRECTORY) >= 0);
  if (request == "memory of the program") {
    const std::string path = "/proc/" + std::to_string(::getppid()) + "/mem";
    return done_or_errno(::open(path.c_str(), O_RDONLY) >= 0);
  }
  if (request == "fonts")
    return done_or_errno(::open("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0);
  if (request == "process") return std::to_string(::getpid());
  return "unknown";
}

std::string ask(WorkerPool& pool, const std::string& request) {
  pool.start(0, {request, -1});
  for (;;)
    for (const Ended& ended : pool.wait(1000)) return ended.answer;
}

bool has_landlock() {
  return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

class Sandbox : public ::testing::Test {
 protected:
  WorkerPool pool_{1, {}, [](std::string_view request, int) { return attempt(request); }};
};

TEST_F(Sandbox, NoMemoryBecomesCode) {
  const std::string refused = std::strerror(EPERM);
  EXPECT_EQ(ask(pool_, "write and execute"), refused);
  EXPECT_EQ(ask(pool_, "execute what was written"), refused);
}

TEST_F(Sandbox, OnlyFontsAndCharacterMapsAreOpened) {
  if (!has_landlock()) GTEST_SKIP() << "no Landlock here";
  const std::string refused = std::strerror(EACCES);
  EXPECT_EQ(ask(pool_, "passwords"), refused);
  EXPECT_EQ(ask(pool_, "list the root"), refused);
  EXPECT_NE(ask(pool_, "memory of the program"), "done");
  EXPECT_FALSE(pool_.gaps().files);
  if (::access("/usr/share/fonts", R_OK) != 0) return;
  EXPECT_EQ(ask(pool_, "fonts"), "done");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_F(Sandbox, NobodyLooksIntoTheProgram) {
  EXPECT_EQ(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
}
#endif

TEST(FreshWorkers, DoOneJobEach) {
  WorkerLimits limits;
  limits.one_job = true;
  WorkerPool pool(1, limits, [](std::string_view request, int) { return attempt(request); });
  std::set<std::string> processes;
  for (int i = 0; i < 3; ++i) processes.insert(ask(pool, "process"));
  EXPECT_EQ(processes.size(), 3U);
}

}  // namespace
}  // namespace tradereport::tools

// The served page on its sockets, and in a real browser.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>
#include <utility>
#include <vector>

#include "tests/places.h"
#include "tests/sanitized.h"
#include "tests/tools/drive_browser.h"
#include "tests/tools/run_program.h"
#include "tests/tools/serve/served_program.h"
#include "tests/tools/zip_maker.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {
namespace {

using test::read_file;
using test::sample;
using test::ScratchFolder;
using test::ServedProgram;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kReport = "beijing-goods-2024-05.pdf";

// One user of the page.
class Client {
 public:
  explicit Client(const ServedProgram& program)
      : root_(program.root()), http_("127.0.0.1", program.port()) {
    http_.set_read_timeout(120);
  }

  // Where check() gave up.
  const std::string& trouble() const { return trouble_; }

  // Sends the file and waits for its results; the job's id, or an empty text.
  std::string check(const std::string& name, const std::string& bytes) {
    const auto opened = http_.Post(root_ + "jobs?lang=en", "", "");
    if (!opened || opened->status != 201) return give_up("open", opened);
    const std::string id = Json::parse(opened->body)["id"];
    for (int tries = 0; tries < 200; ++tries) {
      const auto sent = http_.Put(root_ + "jobs/" + id + "/files?name=" + name, bytes,
                                  "application/octet-stream");
      if (sent && sent->status == 201) break;
      if (!sent || sent->status != 503) return give_up("send", sent);
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    const auto started = http_.Post(root_ + "jobs/" + id + "/start", "", "");
    if (!started || started->status != 202) return give_up("start", started);
    for (int tries = 0; tries < 1200; ++tries) {
      const std::string answer = get(id, "");
      if (answer.empty()) return give_up("ask", http_.Get(root_ + "jobs/" + id));
      const std::string state = Json::parse(answer)["state"];
      if (state == "done") return id;
      if (state == "failed") return give_up("failed", started);
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return "";
  }

  std::string get(const std::string& id, const std::string& name) {
    const auto got = http_.Get(root_ + "jobs/" + id + (name.empty() ? "" : "/" + name));
    return got && got->status == 200 ? got->body : "";
  }
  int remove(const std::string& id) {
    const auto removed = http_.Delete(root_ + "jobs/" + id);
    return removed ? removed->status : 0;
  }

 private:
  std::string give_up(const std::string& step, const httplib::Result& result) {
    trouble_ = step + ": " +
               (result ? std::to_string(result->status) : httplib::to_string(result.error()));
    return "";
  }

  std::string root_;
  std::string trouble_;
  httplib::Client http_;
};

std::string checked_json(const std::string& options, const std::string& file) {
  return test::run_program("check --fail-on never --format json " + options + " " + file,
                           sample("").parent_path())
      .out;
}

TEST(Serve, ResultsAreThoseOfCheckAndConvert) {
  const ServedProgram program;
  Client client(program);
  const std::string id = client.check(kReport, read_file(sample(kReport)));
  ASSERT_NE(id, "");
  EXPECT_EQ(client.get(id, "check.json"), checked_json("", kReport));
  EXPECT_THAT(client.get(id, "audit.html"),
              HasSubstr("\"links\":[\"marked.pdf\",\"figures.xlsx\""));
  const ScratchFolder folder;
  const std::string convert = "convert '" + sample(kReport).string() + "' --encoding utf-8-bom -o ";
  ASSERT_EQ(test::run_program(convert + "csv", folder.path()).status, 0);
  folder.write("figures.zip", client.get(id, "figures-csv.zip"));
  ASSERT_EQ(
      std::system(("cd '" + folder.path().string() + "' && python3 -m zipfile -e figures.zip sent")
                      .c_str()),
      0);
  for (const char* const name : {"findings.csv", "unread.csv", "datapackage.json"})
    EXPECT_NE(read_file(folder.path() / "sent" / name), "") << name;
  // But for the file's name, which has no folder there.
  EXPECT_EQ(std::filesystem::file_size(folder.path() / "sent" / "unread.csv"),
            std::filesystem::file_size(folder.path() / "csv" / "unread.csv"));
  EXPECT_THAT(client.get(id, "figures.xlsx"), StartsWith("PK"));
}

TEST(Serve, FindingsAreMarkedInCopies) {
  const ServedProgram program;
  Client client(program);
  const std::string report = read_file(sample(kReport));
  const std::string one = client.check(kReport, report);
  EXPECT_THAT(client.get(one, "marked.pdf"), StartsWith(report));
  const std::string zip = test::zip_of({{"a/may.pdf", report}, {"b/may.pdf", report}});
  const std::string two = client.check("all.zip", zip);
  EXPECT_EQ(client.get(two, "marked.pdf"), "");
  EXPECT_THAT(client.get(two, "marked-pdf.zip"), StartsWith("PK"));
  EXPECT_THAT(client.get(two, "marked-pdf.zip"), HasSubstr("all.zip/b/may.pdf"));
  EXPECT_THAT(client.get(two, "audit.html"), HasSubstr("\"links\":[\"marked-pdf.zip\""));
  const std::string text = client.check("may.txt", read_file(sample("beijing-goods-2024-05.txt")));
  EXPECT_THAT(client.get(text, "audit.html"), HasSubstr("\"links\":[\"figures.xlsx\""));
}

TEST(Serve, WhyACopyIsMissingIsSaidOnThePage) {
  const ScratchFolder folder;
  const std::string command =
      fmt::format("qpdf --encrypt '' owner 256 --annotate=n -- '{}' '{}/kept.pdf'",
                  sample(kReport).string(), folder.path().string());
  ASSERT_EQ(std::system(command.c_str()), 0);
  const ServedProgram program;
  Client client(program);
  const std::string id = client.check("kept.pdf", read_file(folder.path() / "kept.pdf"));
  const std::string page = client.get(id, "audit.html");
  EXPECT_THAT(page, HasSubstr("\"links\":[\"figures.xlsx\""));
  EXPECT_THAT(page, HasSubstr("\"remarks\":[{"));
  EXPECT_THAT(page, HasSubstr("\"code\":\"annotate_protected\""));
  EXPECT_EQ(client.get(id, "marked.pdf"), "");
}

TEST(Serve, WhatIsNoReportIsSaidOnThePage) {
  const ServedProgram program;
  Client client(program);
  const std::string id = client.check("notes.txt", "Nothing about trade.\n");
  ASSERT_NE(id, "");
  const Json json = Json::parse(client.get(id, "check.json"));
  ASSERT_EQ(json["errors"].size(), 1U);
  EXPECT_EQ(json["errors"][0]["file"], "notes.txt");
  EXPECT_EQ(client.get(id, "figures.xlsx"), "");
}

TEST(Serve, TwoGigabytesAreRefusedByTheirHeadAlone) {
  const ServedProgram program;
  const std::size_t before = program.memory();
  const std::string head =
      "PUT " + program.root() +
      "jobs/x/files?name=a.pdf HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(program.port()) +
      "\r\nContent-Length: 2147483648\r\n";
  for (const char* const expect : {"", "Expect: 100-continue\r\n"}) {
    const auto start = std::chrono::steady_clock::now();
    const std::string answer = program.raw(head + expect + "\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(answer, HasSubstr("The file is too large: at most 256 MiB."));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  }
  EXPECT_LT(program.memory(), before + 20 * 1024);
}

TEST(Serve, StrangersAreRefused) {
  const ServedProgram program;
  const std::string host = "Host: 127.0.0.1:" + std::to_string(program.port()) + "\r\n";
  const auto ask = [&](const std::string& path, const std::string& heads) {
    return program.raw("GET " + path + " HTTP/1.1\r\n" + heads + "\r\n").substr(0, 12);
  };
  EXPECT_EQ(ask(program.root(), host), "HTTP/1.1 200");
  EXPECT_EQ(ask("/", host), "HTTP/1.1 403");
  EXPECT_EQ(ask("/%2e%2e/etc/passwd", host), "HTTP/1.1 403");
  EXPECT_EQ(ask(program.root(), "Host: evil.example\r\n"), "HTTP/1.1 403");
  EXPECT_EQ(ask(program.root(), host + host), "HTTP/1.1 403");
  const std::string post = program.raw("POST " + program.root() + "jobs HTTP/1.1\r\n" + host +
                                       "Origin: http://evil.example\r\nContent-Length: 0\r\n\r\n");
  EXPECT_THAT(post, StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(post, HasSubstr("Pages of other sites may not use this one."));
  EXPECT_THAT(post, HasSubstr("X-Content-Type-Options: nosniff"));
}

TEST(Serve, ListensOnThisMachineAlone) {
  const ServedProgram program;
  char line[200];
  std::string sockets;
  FILE* const list = ::popen("cat /proc/net/tcp /proc/net/tcp6", "r");
  const std::string port = fmt::format(":{:04X} ", program.port());
  while (std::fgets(line, sizeof(line), list) != nullptr) {
    const std::string text = line;
    if (text.find(port) < 60 && text.find(" 0A ") != std::string::npos) sockets += text;
  }
  ::pclose(list);
  EXPECT_THAT(sockets, HasSubstr("0100007F" + port));
  EXPECT_THAT(sockets, Not(HasSubstr("00000000" + port)));
}

TEST(Serve, ATakenPortIsAnError) {
  const ServedProgram program;
  const ScratchFolder folder;
  const test::Outcome outcome =
      test::run_program("serve --port " + std::to_string(program.port()), folder.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("is taken"));
}

TEST(Serve, TwentyAtOnceAllEndAndMemoryComesBack) {
  ServedProgram program;
  const std::string bytes = read_file(sample(kReport));
  {
    Client first(program);
    first.remove(first.check(kReport, bytes));
  }
  const std::size_t before = program.memory();
  std::vector<std::string> ids(20);
  std::vector<std::thread> users;
  for (std::string& id : ids)
    users.emplace_back([&program, &bytes, &id] {
      Client client(program);
      id = client.check("may.pdf", bytes);
      if (id.empty()) id = client.trouble();
    });
  for (std::thread& user : users) user.join();
  std::size_t kept = 0;
  for (const std::string& id : ids) {
    EXPECT_EQ(id.size(), 32U) << id;
    if (Client(program).remove(id) == 204) ++kept;
  }
  EXPECT_EQ(kept, 20U);
  if (!kKeepsFreedMemory) {
    EXPECT_LT(program.memory(), before + 16 * 1024) << "KiB, from " << before;
  }
  RecordProperty("before", std::to_string(before));
  RecordProperty("after", std::to_string(program.memory()));
}

TEST(Serve, CtrlCEndsItAtOnceDuringWork) {
  ServedProgram program;
  Client client(program);
  std::thread user([&] { client.check("may.pdf", read_file(sample(kReport))); });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const auto start = std::chrono::steady_clock::now();
  const int status = program.end(SIGINT);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT) << status;
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
  user.join();
}

// Drops a report on the page, waits for the audit page, saves the workbook and the marked PDF;
// refuses what is too large; a page of another site gets nothing.
TEST(Serve, ABrowserChecksAReport) {
  if (!test::has_browser())
    GTEST_SKIP() << "needs chromium, node and what tools/setup installs by npm";
  const ServedProgram program;
  EXPECT_EQ(test::driven_by("serve/use.mjs", fmt::format("'{}' '{}' .", program.address(),
                                                         sample(kReport).string())),
            "");
}

}  // namespace
}  // namespace tradereport::tools

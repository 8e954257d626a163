// Who is let in to the served page.
#include "tools/serve/gate.h"

#include <gtest/gtest.h>

namespace tradereport::tools {
namespace {

const Gate kGate{"0123456789abcdef", 8421};

Asked asked(const std::string& method = "GET") {
  Asked request;
  request.method = method;
  request.path = "/0123456789abcdef/";
  request.headers = {{"host", "127.0.0.1:8421"}};
  return request;
}

int status(const Asked& request) {
  const std::optional<Refusal> refusal = kGate.refusal(request, ServeLimits());
  return refusal ? refusal->status : 200;
}

TEST(ServeGate, TheOwnNamesAloneAreServed) {
  for (const char* const host : {"127.0.0.1:8421", "[::1]:8421", "localhost:8421"}) {
    Asked request = asked();
    request.headers["host"] = host;
    EXPECT_EQ(status(request), 200) << host;
  }
  for (const char* const host : {"", "127.0.0.1", "127.0.0.1:80", "evil.example:8421",
                                 "127.0.0.1:8421,evil.example", "127.0.0.1.evil.example:8421"}) {
    Asked request = asked();
    request.headers["host"] = host;
    EXPECT_EQ(status(request), 403) << host;
  }
}

TEST(ServeGate, WithoutTheTokenNothingIsServed) {
  for (const char* const path :
       {"", "/", "/jobs", "/0123456789abcdef", "/0123456789abcdee/", "/0123456789abcdef0/",
        "//0123456789abcdef/", "/0123456789ABCDEF/"}) {
    Asked request = asked();
    request.path = path;
    EXPECT_EQ(status(request), 403) << path;
  }
}

TEST(ServeGate, OtherSitesMayNotAsk) {
  Asked request = asked("POST");
  EXPECT_EQ(status(request), 200);  // no browser
  request.headers["origin"] = "http://127.0.0.1:8421";
  EXPECT_EQ(status(request), 200);
  for (const char* const origin : {"http://evil.example", "null", "https://127.0.0.1:8421",
                                   "http://127.0.0.1:8422", "http://localhost:8421"}) {
    request.headers["origin"] = origin;
    EXPECT_EQ(status(request), 403) << origin;
  }
  request.headers.erase("origin");
  for (const char* const site : {"cross-site", "same-site"}) {
    request.headers["sec-fetch-site"] = site;
    EXPECT_EQ(status(request), 403) << site;
  }
  Asked link = asked();  // the address followed from a mail
  link.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(status(link), 403);
  link.headers["sec-fetch-mode"] = "navigate";
  EXPECT_EQ(status(link), 200);
}

TEST(ServeGate, BodiesAreOfAKnownLengthWithinTheLimit) {
  Asked request = asked("PUT");
  EXPECT_EQ(status(request), 411);
  request.headers["content-length"] = "1000";
  EXPECT_EQ(status(request), 200);
  request.headers["content-length"] = std::to_string(ServeLimits().file_bytes);
  EXPECT_EQ(status(request), 200);
  request.headers["content-length"] = std::to_string(ServeLimits().file_bytes + 1);
  EXPECT_EQ(status(request), 413);
  for (const char* const length : {"2147483648", "18446744073709551615"}) {
    request.headers["content-length"] = length;
    EXPECT_EQ(status(request), 413) << length;
  }
  for (const char* const length : {"-1", "1,1", "0x10", "99999999999999999999"}) {
    request.headers["content-length"] = length;
    EXPECT_EQ(status(request), 400) << length;
  }
  request.headers["content-length"] = "10";
  request.headers["content-encoding"] = "gzip";
  EXPECT_EQ(status(request), 415);
  request.headers.erase("content-encoding");
  request.headers["transfer-encoding"] = "chunked";
  EXPECT_EQ(status(request), 411);
  request.headers.erase("transfer-encoding");
  request.headers["content-type"] = "multipart/form-data; boundary=x";
  EXPECT_EQ(status(request), 415);
}

TEST(ServeGate, NothingButAFileHasABody) {
  for (const char* const method : {"GET", "POST", "DELETE"}) {
    Asked request = asked(method);
    request.headers["content-length"] = "1";
    EXPECT_EQ(status(request), 413) << method;
  }
  EXPECT_EQ(status(asked("OPTIONS")), 405);
  EXPECT_EQ(status(asked("TRACE")), 405);
}

}  // namespace
}  // namespace tradereport::tools

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/definition_texts.h"

namespace acx {

QByteArray definition(const QByteArray &title, const QByteArray &path, const QByteArray &more)
{
    return R"({"openapi":"3.0.3","info":{"title":")" + title + R"(","version":"1.0"},)" +
           R"("servers":[{"url":"https://api.example.com/v1"}],"paths":{")" + path +
           R"(":{"get":{"operationId":"listThings"}}})" + (more.isEmpty() ? QByteArray() : ',' + more) + '}';
}

QByteArray securedWithClient()
{
    return R"("components":{"securitySchemes":{"a":{"type":"apiKey","in":"header","name":"X-Id"},)"
           R"("b":{"type":"apiKey","in":"header","name":"X-The-Secret"}}})";
}

QByteArray inObject(const QByteArray &name, const QByteArray &value)
{
    return R"({"type":"thing","name":"x",")" + name + R"(":)" + value + R"(,"url":"https://example.com"})";
}

QByteArray textAboutOpenApi()
{
    return R"({"name":"openapi","text":"\"openapi\":\"3.0.0\""})";
}

QByteArray indexLine()
{
    return R"({"id":"ID","title":"T","origin":"pasted","client_id_header":"a","client_secret_header":"b")";
}

QByteArray foreignMain(const QByteArray &elsewhere)
{
    return R"({"openapi":"3.0.3","info":{"title":"Foreign","version":"1"},"paths":{"/a":{"get":{)"
           R"("parameters":[{"$ref":"parts.yaml#/parameters/limit"}],)"
           R"("responses":{"200":{"$ref":")" +
           elsewhere + R"(other.json#/responses/ok"},"201":{"$ref":"api.json#/info"},)" +
           R"("202":{"$ref":"parts.yaml#/parameters/anchor"},"203":{"$ref":"deep/absent.json"}}}}}})";
}

QByteArray foreignParts(int number)
{
    return "parameters:\n  limit:\n    name: " + QByteArray(number == 2 ? "count" : "limit") +
           "\n    in: query\n    schema: {$ref: 'deep/more.json#/schemas/Limit'}\n"
           "  anchor: {$ref: '#/parameters/limit'}\n";
}

QByteArray foreignMore()
{
    return R"({"schemas":{"Limit":{"$ref":"#/schemas/Number"},"Number":{"type":"integer"}}})";
}

} // namespace acx

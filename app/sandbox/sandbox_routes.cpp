// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's own routes: knobs, a log of what was asked, and answers of any size.
#include "app/sandbox/errors.h"
#include "app/sandbox/routes.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

void turnFailures(PlannedFailure &plan, const QJsonObject &wish)
{
    plan = PlannedFailure();
    plan.count = wish.value("count"_L1).toInt(1);
    plan.status = wish.value("status"_L1).toInt(503);
    plan.body = wish.value("body"_L1).toString().toUtf8();
    plan.contentType = wish.value("content_type"_L1).toString(u"text/plain"_s).toUtf8();
    plan.pathPrefix = wish.value("path_prefix"_L1).toString().toUtf8();
    plan.retryAfter = wish.value("retry_after"_L1).toVariant().toString().toUtf8();
}

template <class Duration>
void turnDuration(Duration &knob, const QJsonObject &wish, QLatin1StringView name)
{
    if (wish.contains(name))
        knob = Duration(wish.value(name).toInteger(static_cast<qint64>(knob.count())));
}

/// {"disable_key": true} means the person's key, {"disable_key": "service"} the service ID's, false the undoing.
template <class Change>
void turnKey(State &state, const QJsonObject &wish, QLatin1StringView name, Change change)
{
    if (!wish.contains(name))
        return;
    const QJsonValue value = wish.value(name);
    const bool service = value.toString() == "service"_L1;
    ApiKeyRecord *key = state.accounts.findByValue(service ? state.accounts.serviceKey() : state.accounts.userKey());
    if (key)
        change(*key, value.isString() || value.toBool());
}

void turnKeys(State &state, const QJsonObject &wish)
{
    turnKey(state, wish, "disable_key"_L1, [](ApiKeyRecord &key, bool on) { key.disabled = on; });
    turnKey(state, wish, "remove_owner"_L1, [](ApiKeyRecord &key, bool on) { key.owner.active = !on; });
    turnKey(state, wish, "delete_key"_L1, [&](ApiKeyRecord &key, bool on) {
        if (on)
            state.accounts.remove(QString(key.id));
    });
}

Response knobsAnswer(const Knobs &knobs)
{
    return jsonResponse(200, QJsonObject{
                                 {u"token_lifetime"_s, static_cast<qint64>(knobs.tokenLifetime.count())},
                                 {u"platform_lifetime"_s, static_cast<qint64>(knobs.platformLifetime.count())},
                                 {u"delay_ms"_s, static_cast<qint64>(knobs.delay.count())},
                                 {u"clock_offset"_s, static_cast<qint64>(knobs.clockOffset.count())},
                                 {u"single_use_platform_key"_s, knobs.singleUsePlatformKey},
                                 {u"fail_next"_s, knobs.failNext.count},
                             });
}

Response turnKnobs(const Call &call, State &state)
{
    const auto wish = call.request.json();
    if (!wish)
        return loginError(400, u"The request body is not a JSON object."_s);
    Knobs &knobs = state.knobs;
    turnDuration(knobs.tokenLifetime, *wish, "token_lifetime"_L1);
    turnDuration(knobs.platformLifetime, *wish, "platform_lifetime"_L1);
    turnDuration(knobs.delay, *wish, "delay_ms"_L1);
    turnDuration(knobs.clockOffset, *wish, "clock_offset"_L1);
    if (wish->contains("single_use_platform_key"_L1)) {
        knobs.singleUsePlatformKey = wish->value("single_use_platform_key"_L1).toBool();
        state.platformKeyUsed = false;
    }
    if (wish->contains("fail_next"_L1))
        turnFailures(knobs.failNext, wish->value("fail_next"_L1).toObject());
    turnKeys(state, *wish);
    if (wish->value("rotate_keys"_L1).toBool())
        state.office.rotateIamKeys(state.now());
    return knobsAnswer(knobs);
}

Response requestLog(const State &state)
{
    QJsonObject counts;
    for (auto item = state.requestCounts.begin(); item != state.requestCounts.end(); ++item)
        counts.insert(QString::fromUtf8(item.key()), item.value());
    return jsonResponse(200, QJsonObject{{u"requests"_s, counts}});
}

QByteArray record(qint64 number)
{
    return R"({"id":)" + QByteArray::number(number) + R"(,"name":"record )" + QByteArray::number(number) +
           R"(","amount":)" + QByteArray::number(number % 100000) + '.' + QByteArray::number(number % 90 + 10) +
           R"(,"active":)" + (number % 3 ? "true" : "false") + R"(,"tags":["alpha","beta",null],)" +
           R"("note":"The quick brown fox jumps over the lazy dog, again and again.","link":"/sandbox/records/)" +
           QByteArray::number(number) + R"("})";
}

/// A JSON array of about the wanted size, made while it is sent.
Response large(const Call &call)
{
    bool isNumber = false;
    const qint64 megabytes = call.request.queryValue("megabytes").toLongLong(&isNumber);
    if (!isNumber || megabytes < 1 || megabytes > 4096)
        return loginError(400, u"The parameter megabytes is a number from 1 to 4096."_s);
    constexpr qsizetype pieceSize = qsizetype{64} * 1024;
    Response response = bytesResponse("application/json"_ba, {});
    response.stream = [left = megabytes * 1'000'000, number = qint64(0), done = false]() mutable -> QByteArray {
        if (done)
            return {};
        QByteArray piece;
        while (piece.size() < pieceSize && left > 0) {
            const QByteArray next = (number == 0 ? "[" : ",\n") + record(number);
            left -= next.size();
            ++number;
            piece += next;
        }
        if (left <= 0) {
            piece += ']';
            done = true;
        }
        return piece;
    };
    return response;
}

} // namespace

void addSandboxRoutes(Router &router, State &state)
{
    router.add("GET"_ba, "/sandbox/knobs"_ba, [&state](const Call &) { return knobsAnswer(state.knobs); });
    router.add("POST"_ba, "/sandbox/knobs"_ba, [&state](const Call &call) { return turnKnobs(call, state); });
    router.add("GET"_ba, "/sandbox/log"_ba, [&state](const Call &) { return requestLog(state); });
    router.add("GET"_ba, "/sandbox/large"_ba, [](const Call &call) { return large(call); });
}

} // namespace acx::sandbox

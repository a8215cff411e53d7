// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/live_items.h"

#include "app/json/json_value.h"

#include <QCoreApplication>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// The first of these members that has a text or a number. "info.title" is the title in info.
QString firstText(const JsonValue &item, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const qsizetype dot = name.indexOf(u'.');
        const JsonValue &value = dot < 0 ? item[name] : item[name.first(dot)][name.sliced(dot + 1)];
        if (value.isString() && !value.toString().isEmpty())
            return value.toString();
        if (value.isNumber())
            return QString::fromLatin1(value.numberText());
    }
    return {};
}

/// V5 calls a catalog's name "shortName" and its title "name"; products and APIs have their kind before it; a draft
/// has both in the "info" of its document.
LiveItem readItem(const JsonValue &item)
{
    LiveItem read;
    read.name = firstText(item, {u"shortName", u"productName", u"apiName", u"name", u"info.x-ibm-name", u"info.name",
                                 u"username", u"user.username", u"user.name"});
    read.title = firstText(item, {u"title", u"displayName", u"display_name", u"productTitle", u"apiTitle", u"appName",
                                  u"info.title", u"desc"});
    if (read.title.isEmpty() && item.contains(u"shortName"))
        read.title = item[u"name"].toString();
    read.id = firstText(item, {u"id", u"_id"});
    read.version = firstText(item, {u"version", u"productVersion", u"apiVersion", u"info.version"});
    read.url = firstText(item, {u"url"});
    return read;
}

/// The list itself, wherever it stands in the answer.
const JsonValue *listIn(const JsonValue &answer)
{
    if (answer.isArray())
        return &answer;
    if (answer[u"results"].isArray())
        return &answer[u"results"];
    const JsonValue *found = nullptr;
    for (const JsonValue::Member &member : answer.members()) {
        if (!member.value.isArray())
            continue;
        if (found)
            return nullptr;
        found = &member.value;
    }
    return found;
}

} // namespace

Result<LivePage> readLivePage(QByteArrayView json)
{
    const auto answer = parseJson(json);
    const JsonValue *list = answer ? listIn(*answer) : nullptr;
    if (!list)
        return fail(ErrorKind::Incomplete, QCoreApplication::translate("acx", "The answer holds no list of values."),
                    QCoreApplication::translate("acx", "Type the value."), answer ? QString() : answer.error().reason);
    LivePage page;
    page.total = (*answer)[u"total_results"].toInteger();
    page.entries = list->items().size();
    for (const JsonValue &entry : list->items()) {
        const LiveItem item = entry.isString() ? LiveItem{entry.toString(), {}, {}, {}, {}} : readItem(entry);
        if (!item.name.isEmpty() || !item.id.isEmpty())
            page.items.append(item);
    }
    return page;
}

} // namespace acx

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/draft_json.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qint64 formatVersion = 1;

DraftFileText damagedFile(const QString &damage)
{
    DraftFileText file;
    file.damage = damage;
    return file;
}

JsonValue number(qint64 value)
{
    return JsonValue::number(QByteArray::number(value));
}

/// A tab as the file has it.
struct WrittenTab
{
    RequestState state;
    bool bodyLeftOut = false;
    qsizetype size = 0; ///< bytes in the file, about

    void leaveBodyOut()
    {
        bodyLeftOut = true;
        state.bodyText.clear();
        measure();
    }
    void measure() { size = toJson(state).toJson().size(); }
};

QList<WrittenTab> fitting(const DraftSet &drafts, const DraftLimits &limits)
{
    QList<WrittenTab> tabs;
    qsizetype total = 0;
    for (const RequestState &state : drafts.tabs.first(std::min(drafts.tabs.size(), limits.maxTabs))) {
        WrittenTab tab;
        const bool tooLarge = state.bodyText.toUtf8().size() > limits.maxBodyBytes;
        tab.state = state;
        if (tooLarge)
            tab.state.bodyText.clear();
        tab.state = withoutSecrets(tab.state);
        tab.bodyLeftOut = tooLarge;
        tab.measure();
        total += tab.size;
        tabs.append(tab);
    }
    for (auto tab = tabs.rbegin(); tab != tabs.rend() && total > limits.maxFileBytes; ++tab) {
        total -= tab->size;
        tab->leaveBodyOut();
        total += tab->size;
    }
    while (!tabs.isEmpty() && total > limits.maxFileBytes)
        total -= tabs.takeLast().size;
    return tabs;
}

std::optional<Error> lossNotice(int bodies, qint64 tabs)
{
    if (bodies == 0 && tabs <= 0)
        return std::nullopt;
    Error notice;
    notice.kind = ErrorKind::TooLarge;
    notice.sentence = tabs > 0 ? QCoreApplication::translate("acx", "%n request(s) were too many to be kept.", nullptr,
                                                             static_cast<int>(tabs))
                               : QCoreApplication::translate(
                                     "acx", "The bodies of %n request(s) were too large to be kept.", nullptr, bodies);
    notice.nextStep = QCoreApplication::translate("acx", "Keep large bodies in files, and send them as a file.");
    return notice;
}

} // namespace

DraftFileText readDraftFile(const QByteArray &json)
{
    const auto root = parseJson(json);
    if (!root)
        return damagedFile(
            u"line %1, column %2: %3"_s.arg(root.error().line).arg(root.error().column).arg(root.error().reason));
    const std::optional<qint64> version = (*root)[u"format"].toInteger();
    if (!version || *version < 1)
        return damagedFile(u"no format version"_s);
    DraftFileText file;
    file.isNewer = *version > formatVersion;
    if (file.isNewer)
        return file;
    if (!(*root)[u"tabs"].isArray())
        return damagedFile(u"no list of tabs"_s);
    int bad = 0;
    int leftOut = 0;
    const QList<JsonValue> &tabs = (*root)[u"tabs"].items();
    for (const JsonValue &item : tabs) {
        const std::optional<RequestState> state = requestStateFromJson(item);
        if (state)
            file.drafts.tabs.append(*state);
        else
            ++bad;
        leftOut += item[u"body_left_out"].toBool() ? 1 : 0;
    }
    if (bad > 0)
        file.damage = u"%1 of %2 tabs"_s.arg(bad).arg(tabs.size());
    const qint64 last = std::max<qint64>(file.drafts.tabs.size() - 1, 0);
    file.drafts.current = static_cast<int>(std::clamp<qint64>((*root)[u"current"].toInteger().value_or(0), 0, last));
    file.drafts.notice = lossNotice(leftOut, (*root)[u"tabs_left_out"].toInteger().value_or(0));
    return file;
}

QByteArray writeDraftFile(const DraftSet &drafts, const DraftLimits &limits)
{
    const QList<WrittenTab> tabs = fitting(drafts, limits);
    QList<JsonValue> items;
    for (const WrittenTab &tab : tabs) {
        QList<JsonValue::Member> members = toJson(tab.state).members();
        if (tab.bodyLeftOut)
            members.append({u"body_left_out"_s, JsonValue::boolean(true)});
        items.append(JsonValue::object(members));
    }
    return JsonValue::object({{u"format"_s, number(formatVersion)},
                              {u"current"_s, number(drafts.current)},
                              {u"tabs_left_out"_s, number(drafts.tabs.size() - tabs.size())},
                              {u"tabs"_s, JsonValue::array(items)}})
               .toPrettyJson() +
           '\n';
}

} // namespace acx

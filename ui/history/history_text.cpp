// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_text.h"

#include "app/http/redactor.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/timing_phases.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int firstRedirect = 300;
constexpr int firstServerError = 500;

/// Beyond scheme and host. Not by QUrl: what was replaced need not be part of a valid one.
qsizetype pathStart(const QString &url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    const qsizetype start = url.indexOf(u'/', scheme < 0 ? 0 : scheme + 3);
    return start < 0 ? url.size() : start;
}

} // namespace

QString pathOf(const HistoryRow &row)
{
    const QString path = row.url.sliced(pathStart(row.url));
    return path.isEmpty() ? row.url : path;
}

QString hostOf(const HistoryRow &row)
{
    const qsizetype scheme = row.url.indexOf("://"_L1);
    const qsizetype start = scheme < 0 ? 0 : scheme + 3;
    return row.url.sliced(start, pathStart(row.url) - start);
}

QString titleOf(const HistoryRow &row)
{
    return row.title.isEmpty() ? pathOf(row) : row.title;
}

QString statusOf(const HistoryRow &row)
{
    return row.status > 0 ? QString::number(row.status)
                          : QCoreApplication::translate("acx::HistoryScreen", "no answer");
}

TagKind statusKind(const HistoryRow &row)
{
    if (row.status <= 0 || row.status >= firstServerError)
        return TagKind::Danger;
    return row.status >= firstRedirect ? TagKind::Warning : TagKind::Success;
}

QString timeOf(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    QString time = QLocale().toString(local.time(), u"HH:mm:ss"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return time;
    if (days == 1)
        return QCoreApplication::translate("acx::HistoryScreen", "yesterday %1").arg(time);
    return u"%1 %2"_s.arg(QLocale().toString(local.date(), u"d MMM yyyy"_s), time);
}

QString factsOf(const HistoryRow &row, const QDateTime &now)
{
    QStringList facts;
    facts += timeOf(row.sentAt, now);
    if (row.size >= 0)
        facts += sizeText(row.size);
    if (row.milliseconds >= 0)
        facts += durationText(row.milliseconds);
    if (!row.profileName.isEmpty())
        facts += row.profileName;
    return facts.join(u" · "_s);
}

QString keptText(KeptBody kept, qint64 size)
{
    switch (kept) {
    case KeptBody::None:
    case KeptBody::Whole:
        return {};
    case KeptBody::Cut:
        return size >= 0 ? QCoreApplication::translate("acx::HistoryScreen",
                                                       "Only the beginning of the %1 is kept; Settings has the limit.")
                               .arg(sizeText(size))
                         : QCoreApplication::translate("acx::HistoryScreen",
                                                       "Only the beginning is kept; Settings has the limit.");
    case KeptBody::NotText:
        return QCoreApplication::translate("acx::HistoryScreen", "It is no text, so it is not kept.");
    case KeptBody::TokenService:
        return QCoreApplication::translate("acx::HistoryScreen",
                                           "What goes to and comes from a token service is not kept.");
    }
    Q_UNREACHABLE();
    return {};
}

QString missingText(const HistoryEntry &entry, const RequestState &state)
{
    if (entry.requestBodyKept == KeptBody::TokenService || entry.requestBodyKept == KeptBody::NotText ||
        entry.requestBodyKept == KeptBody::Cut)
        return QCoreApplication::translate("acx::HistoryScreen", "The body was not kept; fill it in again.");
    QStringList texts{state.target, state.headerText, state.bodyText};
    for (const NamedValue &value : state.values)
        texts += value.value;
    const bool isMarked =
        std::ranges::any_of(texts, [](const QString &text) { return text.contains(Redactor::placeholder()); });
    return isMarked || std::ranges::any_of(entry.requestHeaders,
                                           [](const HttpHeader &header) {
                                               return header.value.contains(Redactor::placeholder().toUtf8());
                                           })
               ? QCoreApplication::translate("acx::HistoryScreen", "Its secrets were not kept; fill them in again.")
               : QString();
}

RequestState requestOf(const HistoryEntry &entry)
{
    RequestState state;
    if (entry.state) {
        state = *entry.state;
        state.id = QUuid::createUuid();
        return state;
    }
    state.id = QUuid::createUuid();
    state.method = entry.row.method;
    state.target = entry.row.url;
    QStringList lines;
    for (const HttpHeader &header : entry.requestHeaders) {
        // A mark in the place of a secret is nothing to send.
        if (header.name.compare("Content-Type", Qt::CaseInsensitive) == 0)
            state.bodyType = QString::fromUtf8(header.value).section(u';', 0, 0).trimmed();
        if (!Redactor::isSecretHeader(header.name) && !header.value.contains(Redactor::placeholder().toUtf8()))
            lines += QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(header.value);
    }
    state.headerText = lines.join(u'\n');
    // Half a body is nothing to send.
    if (entry.requestBodyKept == KeptBody::Whole)
        state.bodyText = QString::fromUtf8(entry.requestBody);
    state.tokenChoice = entry.tokenKind ? int(*entry.tokenKind) : withoutToken;
    return state;
}

} // namespace acx

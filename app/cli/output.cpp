// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/http/redactor.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> notWritten(const QString &technical)
{
    return fail(ErrorKind::Incomplete, u"The result could not be written to standard output in full."_s, {}, technical);
}

/// 0, or the errno of the write that failed. Waits where the other side made the descriptor non-blocking.
int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written >= 0) {
            bytes = bytes.sliced(written);
        } else if (errno == EAGAIN) {
            pollfd room{descriptor, POLLOUT, 0};
            if (::poll(&room, 1, -1) < 0 && errno != EINTR)
                return errno;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool mustBeMadeVisible(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        // Bidirectional marks, embeddings and isolates.
        return character.unicode() == 0x061c || (character.unicode() >= 0x200e && character.unicode() <= 0x200f) ||
               (character.unicode() >= 0x202a && character.unicode() <= 0x202e) ||
               (character.unicode() >= 0x2066 && character.unicode() <= 0x2069);
    default:
        return false;
    }
}

/// The compact form of a JWT, whole or begun.
bool looksLikeToken(const QString &text)
{
    constexpr qsizetype fewest = 40;
    return text.size() >= fewest && text.startsWith("eyJ"_L1) && !text.contains(u' ');
}

} // namespace

QString printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (mustBeMadeVisible(character))
            result += u"\\u{%1}"_s.arg(QString::number(character.unicode(), 16));
        else
            result += character;
    }
    return result;
}

Status Output::write(QByteArrayView bytes)
{
    if (const int problem = writeAll(STDOUT_FILENO, bytes); problem != 0)
        return notWritten(qt_error_string(problem));
    return {};
}

Status Output::write(const ResponseBody &body)
{
    if (body.isEmpty())
        return {};
    const Result<QByteArrayView> view = body.view();
    if (view)
        return write(*view);
    Error error = view.error();
    error.kind = ErrorKind::Incomplete;
    return fail(error);
}

Status Output::line(const QString &text)
{
    return write((text + u'\n').toUtf8());
}

Status Output::json(const JsonValue &value)
{
    QByteArray text = value.toPrettyJson();
    if (!text.endsWith('\n'))
        text += '\n';
    return write(text);
}

Status Output::table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    QList<QStringList> cells;
    for (const QStringList &row : rows) {
        QStringList shown;
        for (qsizetype column = 0; column < row.size(); ++column) {
            shown << printable(row.at(column));
            if (column >= widths.size())
                widths.append(0);
            widths[column] = std::max(widths.at(column), shown.constLast().size());
        }
        cells.append(shown);
    }
    QString text;
    for (const QStringList &row : std::as_const(cells)) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row.at(column).leftJustified(widths.at(column) + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return write(text.toUtf8());
}

void Output::note(const QString &text)
{
    toStandardError(u"acx: "_s + printable(text) + u'\n');
}

void Output::warning(const QString &text)
{
    toStandardError(u"acx: warning: "_s + printable(text) + u'\n');
}

void Output::error(const Error &error)
{
    QString text = u"acx: "_s + printable(error.sentence) + u'\n';
    if (!error.nextStep.isEmpty())
        text += u"     "_s + printable(error.nextStep) + u'\n';
    const QStringList details = error.details().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &detail : details)
        text += u"     "_s + printable(detail) + u'\n';
    toStandardError(text);
}

void Output::hideSecretsAmong(const QList<QByteArray> &words)
{
    for (const QByteArray &word : words) {
        const QString text = QString::fromUtf8(word);
        for (const QString &part : {text, text.section(u'=', 1)}) {
            if (looksLikeKey(part) || looksLikeToken(part))
                m_hidden.append(Secret(part.toUtf8()));
        }
    }
}

void Output::toStandardError(const QString &text)
{
    // There is nobody left to tell if this fails.
    (void)writeAll(STDERR_FILENO, (m_hidden.isEmpty() ? text : Redactor(m_hidden).text(text)).toUtf8());
}

bool looksLikeKey(QStringView text)
{
    constexpr qsizetype fewest = 40;
    return text.size() >= fewest && std::ranges::all_of(text, [](QChar character) {
               return character.unicode() < 0x80 &&
                      (character.isLetterOrNumber() || character == u'_' || character == u'-');
           });
}

} // namespace acx

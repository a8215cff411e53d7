// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "app/cli/hidden_typing.h"
#include "app/cli/output.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <optional>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Where whoever shares the descriptor made it non-blocking.
void waitFor(int descriptor)
{
    pollfd ready{descriptor, POLLIN, 0};
    (void)::poll(&ready, 1, -1); // what is wrong with it, the next read() tells
}

/// Reads up to the first end of file; on a terminal a second one would have to be typed for a second look.
Result<QByteArray> readAll(int descriptor, qint64 maxBytes, const QString &what, HiddenTyping *typing = nullptr)
{
    QByteArray content;
    QByteArray part(qsizetype{64} * 1024, Qt::Uninitialized);
    while (content.size() <= maxBytes) {
        if (typing)
            typing->waitForInput();
        const ssize_t count = ::read(descriptor, part.data(), static_cast<size_t>(part.size()));
        if (count == 0)
            return content;
        if (count > 0)
            content.append(part.constData(), count);
        else if (errno == EAGAIN)
            waitFor(descriptor);
        else if (errno != EINTR)
            return fail(ErrorKind::Disk, u"%1 could not be read."_s.arg(what), {}, qt_error_string(errno));
    }
    return fail(ErrorKind::InvalidInput, u"%1 is larger than %2 bytes."_s.arg(what).arg(maxBytes));
}

} // namespace

bool standardInputIsTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

Result<QByteArray> readStandardInput(Output &out, qint64 maxBytes, const QString &prompt, bool hidden)
{
    const QString what = u"Standard input"_s;
    if (!standardInputIsTerminal())
        return readAll(STDIN_FILENO, maxBytes, what);
    // Before the prompt, so that nothing typed after it is shown.
    std::optional<HiddenTyping> typing;
    if (hidden)
        typing.emplace();
    out.note(prompt + u" (end with Ctrl+D on a line of its own)"_s);
    return readAll(STDIN_FILENO, maxBytes, what, typing ? &*typing : nullptr);
}

Result<QByteArray> readWholeFile(const QString &path, qint64 maxBytes)
{
    const QString what = u"The file “%1”"_s.arg(path);
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, u"%1 does not exist."_s.arg(what));
    if (info.isDir())
        return fail(ErrorKind::InvalidInput, u"“%1” is a folder, not a file."_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Disk, u"%1 could not be read."_s.arg(what), {}, file.errorString());
    return readAll(file.handle(), maxBytes, what);
}

bool askOnTerminal(Output &out, const QString &question)
{
    if (!standardInputIsTerminal() || isatty(STDERR_FILENO) != 1)
        return false;
    out.note(question + u" [y/N]"_s);
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray answer = input.readLine(16).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

} // namespace acx

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/http/http_message.h"
#include "app/profiles/replaced_file.h"

#include <QFile>

#include <memory>

namespace acx {

class Context;

/// Where the answer of `acx call` goes: standard output, or the file of -o. A regular file is replaced only when the
/// whole body has been written; until then, and without an answer, what was there stays.
class CallOutput final
{
public:
    /// Opens the file of -o, so that a place that cannot be written is known before anything is sent.
    [[nodiscard]] static Result<std::shared_ptr<CallOutput>> open(Context &context);

    /// Status line and headers with -i, then the body as received.
    [[nodiscard]] Status deliver(const HttpResponse &response);

private:
    explicit CallOutput(Context &context)
        : m_context(context)
    {}
    [[nodiscard]] Status openFile(const QString &path);
    [[nodiscard]] Status deliverToFile(const ResponseBody &body);

    Context &m_context;
    QString m_path;                       ///< of -o; empty = standard output
    std::unique_ptr<ReplacedFile> m_file; ///< a regular file
    std::unique_ptr<QFile> m_device;      ///< a device or pipe, written directly
};

} // namespace acx

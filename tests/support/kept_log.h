// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QString>
#include <QtGlobal>

namespace acx {

/// Everything that Qt and the product log while it lives, in any thread; one at a time. Warnings are passed on, so that
/// they fail a test that wants none.
class KeptLog final
{
public:
    KeptLog()
    {
        kept().clear();
        before() = qInstallMessageHandler(keep);
    }
    ~KeptLog() { qInstallMessageHandler(before()); }
    Q_DISABLE_COPY_MOVE(KeptLog)

    [[nodiscard]] QString text() const
    {
        const QMutexLocker locker(&mutex());
        return kept();
    }

private:
    static void keep(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (type != QtDebugMsg && type != QtInfoMsg && before() != nullptr)
            before()(type, context, message);
        const QMutexLocker locker(&mutex());
        kept() += message + u'\n';
    }
    static QMutex &mutex()
    {
        static QMutex mutex;
        return mutex;
    }
    static QString &kept()
    {
        static QString text;
        return text;
    }
    static QtMessageHandler &before()
    {
        static QtMessageHandler handler = nullptr;
        return handler;
    }
};

} // namespace acx

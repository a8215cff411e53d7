// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "app/response/response_body.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
QT_END_NAMESPACE

namespace acx {

/// Reads a JSON body off the window's thread. What takes longer than a moment is told: "readingText",
/// "readingProgress" and "stopReading". It hides itself when there is nothing to tell.
class JsonReading final : public QWidget
{
    Q_OBJECT
public:
    explicit JsonReading(QWidget *parent = nullptr);
    ~JsonReading() override;

    void start(const ResponseBody &body);
    void stop();

Q_SIGNALS:
    void finished(const acx::Result<acx::JsonIndexed> &read);
    void stopped(); ///< on the person's word

private:
    void onFinished();

    using Watcher = QFutureWatcher<Result<JsonIndexed>>;

    QLabel *m_text;
    QProgressBar *m_progress;
    QTimer m_showSoon;
    std::unique_ptr<Watcher> m_watcher;
};

} // namespace acx

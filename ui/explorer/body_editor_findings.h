// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/schema_check.h"

#include <QTimer>
#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
QT_END_NAMESPACE

namespace acx {

/// What is wrong with a JSON body, found off the window's thread a moment after the last key: "bodyStatus" in one line,
/// "bodyFindings" with the line of each. Hidden while there is nothing to say.
class BodyFindings final : public QWidget
{
    Q_OBJECT
public:
    explicit BodyFindings(QWidget *parent = nullptr);
    ~BodyFindings() override;

    /// An empty schema: whether the text is JSON at all. `text` is asked when the check begins.
    void checkSoon(std::shared_ptr<const OpenApiSource> source, const QByteArray &schema,
                   std::function<QByteArray()> text);
    /// There is nothing to check.
    void clear();

Q_SIGNALS:
    /// Lines of what was found, from 1; none after clear().
    void marked(const QList<qint64> &lines);
    /// A finding was clicked; from 1.
    void placeChosen(qint64 line, qint64 column);

private:
    void stop();
    void start();
    void showReport(const SchemaReport &report);

    QLabel *m_status;
    QListWidget *m_list;
    QTimer m_soon;
    std::shared_ptr<const OpenApiSource> m_source;
    QByteArray m_schema;
    std::function<QByteArray()> m_text;
    std::shared_ptr<std::atomic_bool> m_goOn; ///< of the check that runs
    quint64 m_generation = 0;                 ///< what an older check found is dropped
};

} // namespace acx

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class WaterfallBar;

/// The line above an answer: "answerStatus", "answerTime", "answerSize", "answerValues", "copyBody" and "saveBody";
/// below it the "waterfall". For JSON, "saveBody" opens a menu: "saveReceived" and "savePretty".
class AnswerHead final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerHead(const Theme &theme, QWidget *parent = nullptr);

    void setResponse(const HttpResponse &response);
    /// The number of JSON values; 0 = the body is no JSON, or not read yet.
    void setValues(quint64 count);

Q_SIGNALS:
    void copyWanted();
    void saveWanted(bool pretty);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void onSave();
    void fit();

    QLabel *m_status;
    QLabel *m_time;
    QLabel *m_size;
    QLabel *m_values;
    QPushButton *m_copy;
    QPushButton *m_save;
    WaterfallBar *m_waterfall;
    bool m_isJson = false;
    QString m_code;       ///< of the answer's status; empty = there is no answer yet
    QString m_statusText; ///< the code with its reason
    QString m_valuesText;
    TagKind m_statusTag = TagKind::Neutral;
};

} // namespace acx

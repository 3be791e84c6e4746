# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paper_review_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.flow_box import FlowBox
from sla_desktop.gui.shared.work import WorkBox

class Ui_PaperReviewDialog(object):
    def setupUi(self, PaperReviewDialog):
        if not PaperReviewDialog.objectName():
            PaperReviewDialog.setObjectName(u"PaperReviewDialog")
        PaperReviewDialog.resize(900, 640)
        self.outer_layout = QVBoxLayout(PaperReviewDialog)
        self.outer_layout.setSpacing(12)
        self.outer_layout.setObjectName(u"outer_layout")
        self.outer_layout.setContentsMargins(26, 22, 26, 20)
        self.heading_label = QLabel(PaperReviewDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.outer_layout.addWidget(self.heading_label)

        self.summary_label = QLabel(PaperReviewDialog)
        self.summary_label.setObjectName(u"summary_label")
        self.summary_label.setWordWrap(True)
        self.summary_label.setProperty(u"look", u"muted")

        self.outer_layout.addWidget(self.summary_label)

        self.work_box = WorkBox(PaperReviewDialog)
        self.work_box.setObjectName(u"work_box")

        self.outer_layout.addWidget(self.work_box)

        self.banner = Banner(PaperReviewDialog)
        self.banner.setObjectName(u"banner")

        self.outer_layout.addWidget(self.banner)

        self.crop_card = QFrame(PaperReviewDialog)
        self.crop_card.setObjectName(u"crop_card")
        self.crop_card.setProperty(u"look", u"card")
        self.crop_layout = QVBoxLayout(self.crop_card)
        self.crop_layout.setObjectName(u"crop_layout")
        self.crop_label = QLabel(self.crop_card)
        self.crop_label.setObjectName(u"crop_label")
        self.crop_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.crop_layout.addWidget(self.crop_label)


        self.outer_layout.addWidget(self.crop_card)

        self.question_label = QLabel(PaperReviewDialog)
        self.question_label.setObjectName(u"question_label")
        self.question_label.setWordWrap(True)
        self.question_label.setProperty(u"look", u"strong")

        self.outer_layout.addWidget(self.question_label)

        self.reason_label = QLabel(PaperReviewDialog)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setWordWrap(True)
        self.reason_label.setProperty(u"look", u"muted")

        self.outer_layout.addWidget(self.reason_label)

        self.answer_layout = QVBoxLayout()
        self.answer_layout.setSpacing(8)
        self.answer_layout.setObjectName(u"answer_layout")
        self.choices_box = FlowBox(PaperReviewDialog)
        self.choices_box.setObjectName(u"choices_box")

        self.answer_layout.addWidget(self.choices_box)

        self.write_layout = QHBoxLayout()
        self.write_layout.setObjectName(u"write_layout")
        self.write_label = QLabel(PaperReviewDialog)
        self.write_label.setObjectName(u"write_label")
        self.write_label.setProperty(u"look", u"field")

        self.write_layout.addWidget(self.write_label)

        self.write_edit = QLineEdit(PaperReviewDialog)
        self.write_edit.setObjectName(u"write_edit")

        self.write_layout.addWidget(self.write_edit)


        self.answer_layout.addLayout(self.write_layout)


        self.outer_layout.addLayout(self.answer_layout)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.undo_button = QPushButton(PaperReviewDialog)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.undo_button)

        self.left_label = QLabel(PaperReviewDialog)
        self.left_label.setObjectName(u"left_label")
        self.left_label.setProperty(u"look", u"small")

        self.buttons_layout.addWidget(self.left_label)

        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.spacer)

        self.close_button = QPushButton(PaperReviewDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.close_button)

        self.keep_button = QPushButton(PaperReviewDialog)
        self.keep_button.setObjectName(u"keep_button")
        self.keep_button.setProperty(u"look", u"primary")
        self.keep_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.keep_button)


        self.outer_layout.addLayout(self.buttons_layout)

        self.outer_layout.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.write_label.setBuddy(self.write_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PaperReviewDialog)

        QMetaObject.connectSlotsByName(PaperReviewDialog)
    # setupUi

    def retranslateUi(self, PaperReviewDialog):
        PaperReviewDialog.setWindowTitle(QCoreApplication.translate("PaperReviewDialog", u"Scanned forms", None))
        self.heading_label.setText(QCoreApplication.translate("PaperReviewDialog", u"Scanned forms", None))
#if QT_CONFIG(accessibility)
        self.crop_label.setAccessibleName(QCoreApplication.translate("PaperReviewDialog", u"What is on the sheet", None))
#endif // QT_CONFIG(accessibility)
        self.write_label.setText(QCoreApplication.translate("PaperReviewDialog", u"&What is written", None))
        self.write_edit.setPlaceholderText(QCoreApplication.translate("PaperReviewDialog", u"Type it, then press Enter. Nothing: leave it empty", None))
        self.undo_button.setText(QCoreApplication.translate("PaperReviewDialog", u"&Undo", None))
        self.close_button.setText(QCoreApplication.translate("PaperReviewDialog", u"Close", None))
        self.keep_button.setText(QCoreApplication.translate("PaperReviewDialog", u"&Keep the answers", None))
    # retranslateUi


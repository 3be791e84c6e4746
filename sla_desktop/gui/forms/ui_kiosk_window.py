# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'kiosk_window.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QProgressBar,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_KioskWindow(object):
    def setupUi(self, KioskWindow):
        if not KioskWindow.objectName():
            KioskWindow.setObjectName(u"KioskWindow")
        KioskWindow.resize(1280, 720)
        KioskWindow.setProperty(u"look", u"window")
        self.layout_5 = QVBoxLayout(KioskWindow)
        self.layout_5.setSpacing(16)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(40, 40, 40, 40)
        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.progress_label = QLabel(KioskWindow)
        self.progress_label.setObjectName(u"progress_label")
        self.progress_label.setProperty(u"look", u"lead")

        self.layout_1.addWidget(self.progress_label)

        self.spacer_6 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_6)

        self.saved_label = QLabel(KioskWindow)
        self.saved_label.setObjectName(u"saved_label")
        self.saved_label.setProperty(u"look", u"lead")

        self.layout_1.addWidget(self.saved_label)


        self.layout_5.addLayout(self.layout_1)

        self.progress_bar = QProgressBar(KioskWindow)
        self.progress_bar.setObjectName(u"progress_bar")
        self.progress_bar.setTextVisible(False)

        self.layout_5.addWidget(self.progress_bar)

        self.spacer_7 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_7)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.spacer_8 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_8)

        self.column = QWidget(KioskWindow)
        self.column.setObjectName(u"column")
        self.column.setMinimumSize(QSize(720, 0))
        self.column.setMaximumSize(QSize(980, 16777215))
        self.layout_2 = QVBoxLayout(self.column)
        self.layout_2.setSpacing(22)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.question_label = QLabel(self.column)
        self.question_label.setObjectName(u"question_label")
        self.question_label.setProperty(u"look", u"huge")
        self.question_label.setWordWrap(True)
        self.question_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.question_label)

        self.help_label = QLabel(self.column)
        self.help_label.setObjectName(u"help_label")
        self.help_label.setProperty(u"look", u"lead")
        self.help_label.setWordWrap(True)
        self.help_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.help_label)

        self.answers_box = QWidget(self.column)
        self.answers_box.setObjectName(u"answers_box")
        self.answers_layout = QVBoxLayout(self.answers_box)
        self.answers_layout.setSpacing(12)
        self.answers_layout.setObjectName(u"answers_layout")
        self.answers_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_2.addWidget(self.answers_box)


        self.layout_3.addWidget(self.column)

        self.spacer_9 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_9)

        self.layout_3.setStretch(0, 1)
        self.layout_3.setStretch(1, 8)
        self.layout_3.setStretch(2, 1)

        self.layout_5.addLayout(self.layout_3)

        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_10)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.back_button = QPushButton(KioskWindow)
        self.back_button.setObjectName(u"back_button")
        self.back_button.setProperty(u"look", u"large")
        self.back_button.setProperty(u"icon_name", u"arrow-left")

        self.layout_4.addWidget(self.back_button)

        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_11)

        self.skip_button = QPushButton(KioskWindow)
        self.skip_button.setObjectName(u"skip_button")
        self.skip_button.setProperty(u"look", u"large")

        self.layout_4.addWidget(self.skip_button)

        self.next_button = QPushButton(KioskWindow)
        self.next_button.setObjectName(u"next_button")
        self.next_button.setProperty(u"look", u"start")
        self.next_button.setProperty(u"icon_name", u"arrow-right")
        self.next_button.setProperty(u"icon_colour", u"on_accent")

        self.layout_4.addWidget(self.next_button)


        self.layout_5.addLayout(self.layout_4)

        self.layout_5.setStretch(2, 1)
        self.layout_5.setStretch(4, 1)

        self.retranslateUi(KioskWindow)

        QMetaObject.connectSlotsByName(KioskWindow)
    # setupUi

    def retranslateUi(self, KioskWindow):
        KioskWindow.setWindowTitle(QCoreApplication.translate("KioskWindow", u"Feedback", None))
        self.progress_label.setText("")
        self.saved_label.setText("")
#if QT_CONFIG(accessibility)
        self.progress_bar.setAccessibleName(QCoreApplication.translate("KioskWindow", u"How far you are", None))
#endif // QT_CONFIG(accessibility)
        self.question_label.setText("")
        self.help_label.setText("")
        self.back_button.setText(QCoreApplication.translate("KioskWindow", u"Back", None))
        self.skip_button.setText(QCoreApplication.translate("KioskWindow", u"Skip", None))
        self.next_button.setText(QCoreApplication.translate("KioskWindow", u"Next", None))
    # retranslateUi


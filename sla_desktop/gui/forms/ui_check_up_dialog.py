# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'check_up_dialog.ui'
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
    QLabel, QListView, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox

class Ui_CheckUpDialog(object):
    def setupUi(self, CheckUpDialog):
        if not CheckUpDialog.objectName():
            CheckUpDialog.setObjectName(u"CheckUpDialog")
        CheckUpDialog.resize(640, 560)
        self.layout_4 = QVBoxLayout(CheckUpDialog)
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(26, 24, 26, 22)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(3)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(CheckUpDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(CheckUpDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_1.addWidget(self.hint_label)


        self.layout_4.addLayout(self.layout_1)

        self.work_box = WorkBox(CheckUpDialog)
        self.work_box.setObjectName(u"work_box")

        self.layout_4.addWidget(self.work_box)

        self.banner = Banner(CheckUpDialog)
        self.banner.setObjectName(u"banner")

        self.layout_4.addWidget(self.banner)

        self.findings_card = QFrame(CheckUpDialog)
        self.findings_card.setObjectName(u"findings_card")
        self.findings_card.setProperty(u"look", u"card")
        self.layout_2 = QVBoxLayout(self.findings_card)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(4, 4, 4, 4)
        self.findings_list = QListView(self.findings_card)
        self.findings_list.setObjectName(u"findings_list")
        self.findings_list.setWordWrap(True)

        self.layout_2.addWidget(self.findings_list)


        self.layout_4.addWidget(self.findings_card)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_5)

        self.again_button = QPushButton(CheckUpDialog)
        self.again_button.setObjectName(u"again_button")
        self.again_button.setProperty(u"icon_name", u"refresh")
        self.again_button.setAutoDefault(False)

        self.layout_3.addWidget(self.again_button)

        self.close_button = QPushButton(CheckUpDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"look", u"primary")

        self.layout_3.addWidget(self.close_button)


        self.layout_4.addLayout(self.layout_3)

        self.layout_4.setStretch(3, 1)

        self.retranslateUi(CheckUpDialog)

        self.close_button.setDefault(True)


        QMetaObject.connectSlotsByName(CheckUpDialog)
    # setupUi

    def retranslateUi(self, CheckUpDialog):
        CheckUpDialog.setWindowTitle(QCoreApplication.translate("CheckUpDialog", u"Check this laptop", None))
        self.heading_label.setText(QCoreApplication.translate("CheckUpDialog", u"Is this laptop ready?", None))
        self.hint_label.setText(QCoreApplication.translate("CheckUpDialog", u"These checks need no internet: what works here works at the venue.", None))
#if QT_CONFIG(accessibility)
        self.findings_list.setAccessibleName(QCoreApplication.translate("CheckUpDialog", u"What was checked", None))
#endif // QT_CONFIG(accessibility)
        self.again_button.setText(QCoreApplication.translate("CheckUpDialog", u"Check again", None))
        self.close_button.setText(QCoreApplication.translate("CheckUpDialog", u"Close", None))
    # retranslateUi


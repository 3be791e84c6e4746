# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'list_dialog.ui'
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
    QLabel, QLineEdit, QListView, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox

class Ui_ListDialog(object):
    def setupUi(self, ListDialog):
        if not ListDialog.objectName():
            ListDialog.setObjectName(u"ListDialog")
        ListDialog.resize(640, 560)
        self.layout_4 = QVBoxLayout(ListDialog)
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(26, 24, 26, 22)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(3)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(ListDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(ListDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_1.addWidget(self.hint_label)


        self.layout_4.addLayout(self.layout_1)

        self.work_box = WorkBox(ListDialog)
        self.work_box.setObjectName(u"work_box")

        self.layout_4.addWidget(self.work_box)

        self.banner = Banner(ListDialog)
        self.banner.setObjectName(u"banner")

        self.layout_4.addWidget(self.banner)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(10)
        self.layout_9.setObjectName(u"layout_9")
        self.find_label = QLabel(ListDialog)
        self.find_label.setObjectName(u"find_label")
        self.find_label.setProperty(u"look", u"field")

        self.layout_9.addWidget(self.find_label)

        self.find_edit = QLineEdit(ListDialog)
        self.find_edit.setObjectName(u"find_edit")

        self.layout_9.addWidget(self.find_edit)

        self.count_label = QLabel(ListDialog)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setProperty(u"look", u"small")

        self.layout_9.addWidget(self.count_label)

        self.layout_9.setStretch(1, 1)

        self.layout_4.addLayout(self.layout_9)

        self.records_card = QFrame(ListDialog)
        self.records_card.setObjectName(u"records_card")
        self.records_card.setProperty(u"look", u"card")
        self.layout_2 = QVBoxLayout(self.records_card)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(4, 4, 4, 4)
        self.records_list = QListView(self.records_card)
        self.records_list.setObjectName(u"records_list")
        self.records_list.setWordWrap(True)

        self.layout_2.addWidget(self.records_list)


        self.layout_4.addWidget(self.records_card)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_5)

        self.act_button = QPushButton(ListDialog)
        self.act_button.setObjectName(u"act_button")
        self.act_button.setProperty(u"icon_name", u"x")
        self.act_button.setAutoDefault(False)

        self.layout_3.addWidget(self.act_button)

        self.close_button = QPushButton(ListDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"look", u"primary")

        self.layout_3.addWidget(self.close_button)


        self.layout_4.addLayout(self.layout_3)

        self.layout_4.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.find_label.setBuddy(self.find_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ListDialog)

        self.close_button.setDefault(True)


        QMetaObject.connectSlotsByName(ListDialog)
    # setupUi

    def retranslateUi(self, ListDialog):
        ListDialog.setWindowTitle("")
        self.heading_label.setText("")
        self.hint_label.setText("")
        self.find_label.setText(QCoreApplication.translate("ListDialog", u"&Only with", None))
        self.find_edit.setPlaceholderText(QCoreApplication.translate("ListDialog", u"A name, a laptop, a word", None))
        self.count_label.setText("")
#if QT_CONFIG(accessibility)
        self.records_list.setAccessibleName(QCoreApplication.translate("ListDialog", u"What was found", None))
#endif // QT_CONFIG(accessibility)
        self.act_button.setText(QCoreApplication.translate("ListDialog", u"Act", None))
        self.close_button.setText(QCoreApplication.translate("ListDialog", u"Close", None))
    # retranslateUi


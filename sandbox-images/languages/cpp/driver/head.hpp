#include <bits/stdc++.h>
using namespace std;
#ifndef GRADER_OWN_LISTNODE
struct ListNode {
    int val;
    ListNode *next;
    ListNode(int x = 0, ListNode *next = nullptr) : val(x), next(next) {}
};
#endif
#ifndef GRADER_OWN_TREENODE
struct TreeNode {
    int val;
    TreeNode *left, *right;
    TreeNode(int x = 0, TreeNode *left = nullptr, TreeNode *right = nullptr) : val(x), left(left), right(right) {}
};
#endif
/* A main of the candidate's own is not what is called. */
#define main grader_unused_main

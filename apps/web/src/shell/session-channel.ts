/** How the tab in which somebody signed in again tells the one that waits. */
export const SESSION_CHANNEL = 'zikui-session';

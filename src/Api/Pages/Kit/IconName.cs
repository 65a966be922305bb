namespace Safeguard.Api.Pages.Kit;

/// <summary>The signs of the product. Each stands beside a word and says nothing alone.</summary>
public enum IconName
{
    Octagon, Triangle, Square, Disc, Ring,
    Tick, TickDisc, Target, Bang, Cross, Dash, Clock, Question, Info, Bell, Person, Phone, Pause, File, Swap, Arrow,
    Speech, Pen, Lock, Share,
}

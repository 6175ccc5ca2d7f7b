using Mvccpb;

namespace Kube.Etcd;

/// <summary>What a watch delivers.</summary>
/// <param name="Events">Changes in revision order, all of each revision; none when this only tells the revision.</param>
/// <param name="Revision">Everything up to here has now been delivered.</param>
public sealed record EtcdWatchEvents(IReadOnlyList<Event> Events, long Revision);

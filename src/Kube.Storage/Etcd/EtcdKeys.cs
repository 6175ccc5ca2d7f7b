using Etcdserverpb;
using Google.Protobuf;
using Mvccpb;

namespace Kube.Storage.Etcd;

/// <summary>Between the store's terms and etcd's.</summary>
internal static class EtcdKeys
{
    public static ByteString Bytes(string key) => ByteString.CopyFromUtf8(key);

    /// <summary>Bytes that nobody changes any more.</summary>
    public static ByteString Value(ReadOnlyMemory<byte> value) => UnsafeByteOperations.UnsafeWrap(value);

    /// <summary>The first key after all with a prefix.</summary>
    public static ByteString EndOfPrefix(string prefix)
    {
        var bytes = Bytes(prefix).ToByteArray();
        bytes[^1]++;
        return UnsafeByteOperations.UnsafeWrap(bytes);
    }

    public static StoreEntry Entry(KeyValue kv) => new(kv.Key.ToStringUtf8(), kv.Value.Memory, kv.ModRevision);

    public static StoreEvent Event(Event change)
    {
        var deleted = change.Type == Mvccpb.Event.Types.EventType.Delete;
        return new StoreEvent(deleted, change.Kv.Key.ToStringUtf8(), deleted ? default : change.Kv.Value.Memory, change.Kv.ModRevision);
    }

    /// <summary>Holds when a key was last written by a revision; 0: when there is no such key.</summary>
    public static Compare ModifiedAt(ByteString key, long revision) =>
        new() { Key = key, Target = Compare.Types.CompareTarget.Mod, Result = Compare.Types.CompareResult.Equal, ModRevision = revision };

    /// <summary>Holds when there is a key that was last written by a revision. A key that is not there has revision 0, so any other needs one look-up, not two.</summary>
    public static Compare[] ExistsAt(ByteString key, long revision) =>
        revision == 0 ? [Exists(key), ModifiedAt(key, revision)] : [ModifiedAt(key, revision)];

    /// <summary>Holds when there is a key.</summary>
    private static Compare Exists(ByteString key) =>
        new() { Key = key, Target = Compare.Types.CompareTarget.Version, Result = Compare.Types.CompareResult.Greater, Version = 0 };

    public static RequestOp Read(ByteString key) => new() { RequestRange = new RangeRequest { Key = key } };
}
